// tries: write numbers as Romans did
// expect: IV IX XL XC CD CM MCMXCIV MMXXVI
// expect: round trip of 1 to 999: true
def steps = [M: 1000, CM: 900, D: 500, CD: 400, C: 100, XC: 90, L: 50, XL: 40, X: 10, IX: 9, V: 5, IV: 4, I: 1]
def toRoman = { int n ->
    def text = new StringBuilder()
    steps.each { sign, value ->
        while (n >= value) {
            text << sign
            n -= value
        }
    }
    text.toString()
}
def toNumber = { String text ->
    int sum = 0
    int at = 0
    while (at < text.size()) {
        def step = steps.find { text.startsWith(it.key, at) }
        sum += step.value
        at += step.key.size()
    }
    sum
}
println([4, 9, 40, 90, 400, 900, 1994, 2026].collect(toRoman).join(' '))
println "round trip of 1 to 999: ${(1..999).every { toNumber(toRoman(it)) == it }}"
