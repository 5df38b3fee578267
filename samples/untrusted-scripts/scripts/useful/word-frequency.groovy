// tries: count the words of a text
// input: harbour.txt
// expect: the 9, boats 3, town 2, tide 2, market 2
def counts = input.toLowerCase().findAll(/[a-z]+/).countBy { it }
counts.keySet().removeAll(['and', 'by', 'is', 'in', 'one', 'empty'])
println counts.sort { a, b -> b.value <=> a.value }.take(5).collect { "$it.key $it.value" }.join(', ')
