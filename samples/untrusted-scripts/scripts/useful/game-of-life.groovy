// tries: let a glider fly for twelve steps
// input: grid.txt
// expect: (4, 5) (5, 6) (6, 4) (6, 5) (6, 6)
def alive = [] as Set
input.readLines().eachWithIndex { line, row ->
    line.eachWithIndex { sign, column -> if (sign == '#') alive << [row, column] }
}
12.times {
    def neighbours = alive.collectMany { cell ->
        [(-1..1), (-1..1)].combinations().findAll { it != [0, 0] }
            .collect { [cell[0] + it[0], cell[1] + it[1]] }
    }.countBy { it }
    alive = neighbours.findAll { cell, count -> count == 3 || (count == 2 && cell in alive) }.keySet()
}
println alive.sort { a, b -> a[0] <=> b[0] ?: a[1] <=> b[1] }.collect { "(${it[0]}, ${it[1]})" }.join(' ')
