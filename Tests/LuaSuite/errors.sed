# debug; io; string.dump; collector control; a message handler is called when the exhausted stack is unwound already, so
# that it has room for a recursion of its own
6d
203d
211,218d
221d
224d
226d
229d
250d
254,266d
310d
316d
454d
457d
459d
473,493d
515d
548,549d
