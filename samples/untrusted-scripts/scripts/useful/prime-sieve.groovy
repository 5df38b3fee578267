// tries: find the primes below 20000
// expect: 2262 primes, the last is 19997, their sum is 21171191
int limit = 20000
def composite = new BitSet(limit)
int count = 0, last = 0
long sum = 0
for (int n = 2; n < limit; n++) {
    if (!composite.get(n)) {
        count++
        last = n
        sum += n
        for (long m = (long) n * n; m < limit; m += n) {
            composite.set((int) m)
        }
    }
}
println "$count primes, the last is $last, their sum is $sum"
