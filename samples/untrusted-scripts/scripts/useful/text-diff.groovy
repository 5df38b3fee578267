// tries: compare two recipes line by line
// input: old.txt
// expect:   mix flour and water
// expect: - add salt
// expect: + add salt and oil
// expect:   knead for ten minutes
// expect:   let it rest
// expect: + let it rest again
// expect:   bake for forty minutes
def old = input.readLines()
def recent = ['mix flour and water', 'add salt and oil', 'knead for ten minutes', 'let it rest',
              'let it rest again', 'bake for forty minutes']
int[][] common = new int[old.size() + 1][recent.size() + 1]
for (int i = old.size() - 1; i >= 0; i--) {
    for (int j = recent.size() - 1; j >= 0; j--) {
        common[i][j] = old[i] == recent[j]
            ? common[i + 1][j + 1] + 1
            : Math.max(common[i + 1][j], common[i][j + 1])
    }
}
int i = 0, j = 0
while (i < old.size() || j < recent.size()) {
    if (i < old.size() && j < recent.size() && old[i] == recent[j]) {
        println "  ${old[i++]}"
        j++
    } else if (j == recent.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
        println "- ${old[i++]}"
    } else {
        println "+ ${recent[j++]}"
    }
}
