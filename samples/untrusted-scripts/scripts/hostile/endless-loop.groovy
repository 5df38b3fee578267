// tries: loop for ever
while (true) { }
