// tries: return 100 MB
'x' * 100_000_000
