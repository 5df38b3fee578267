// tries: add up orders by customer
// input: orders.csv
// expect: East 170.00
// expect: North 387.75
// expect: South 129.90
def lines = input.readLines()
def columns = lines[0].split(',')
def orders = lines.tail().collect { [columns, it.split(',')].transpose().collectEntries() }
orders.groupBy { it.customer }.sort().each { customer, of ->
    println "$customer ${of.sum { (it.quantity as int) * (it.price as BigDecimal) }}"
}
