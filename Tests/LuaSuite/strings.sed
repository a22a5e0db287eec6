# %p: no userdata of io; equal strings share an ordinal, which tells nothing of where they lie
168,169d
189,192d
