# %p: no userdata of io; equal strings share an ordinal, which tells nothing of where they lie. setlocale
168,169d
189,192d
413,442d
