// tries: raise a matrix to a power
// expect: 354224848179261915075
def times = { a, b ->
    (0..1).collect { i -> (0..1).collect { j -> a[i][0] * b[0][j] + a[i][1] * b[1][j] } }
}
def power
power = { m, n ->
    if (n == 1) {
        return m
    }
    def half = power(m, n.intdiv(2))
    def square = times(half, half)
    n % 2 ? times(square, m) : square
}
println power([[1G, 1G], [1G, 0G]], 100)[0][1]
