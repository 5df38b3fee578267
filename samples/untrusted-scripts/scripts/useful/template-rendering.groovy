// tries: fill in a letter
// expect: Dear Ada, your 2 parcels (rope, lamp) weigh 7.5 kg.
def letter = 'Dear {{name}}, your {{count}} parcels ({{items}}) weigh {{weight}} kg.'
def parcels = [rope: 5.2, lamp: 2.3]
def values = [
    name  : 'Ada',
    count : parcels.size(),
    items : parcels.keySet().join(', '),
    weight: parcels.values().sum()
]
println letter.replaceAll(/\{\{(\w+)}}/) { all, key -> values[key].toString() }
