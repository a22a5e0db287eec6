# %p: equal strings share an ordinal
417d
