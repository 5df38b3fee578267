// tries: print 100 MB
def line = 'x' * 9999
10000.times { System.out.println(line) }
'printed'
