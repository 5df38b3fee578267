// tries: throw what hashes and prints evilly
class Evil extends RuntimeException {
    String getMessage() { while (true) { } }
    int hashCode() { System.exit(1); 1 }
    String toString() { 'x' * 50_000_000 }
}
throw new Evil()
