// tries: fill the heap
def kept = []
while (true) {
    kept << new byte[1 << 20]
}
