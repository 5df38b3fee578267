// tries: turn orders into JSON
// input: orders.csv
// expect: {"orders":6,"items":["anchor","bell","lamp","rope"],"largest":{"order":1003,"total":240.00}}
import groovy.json.JsonOutput
import groovy.json.JsonSlurper

def orders = input.readLines().tail()*.split(',')
def largest = orders.max { (it[3] as int) * (it[4] as BigDecimal) }
def json = JsonOutput.toJson([
    orders : orders.size(),
    items  : orders.collect { it[2] }.unique().sort(),
    largest: [order: largest[0] as int, total: (largest[3] as int) * (largest[4] as BigDecimal)]
])
assert new JsonSlurper().parseText(json).largest.order == 1003
println json
