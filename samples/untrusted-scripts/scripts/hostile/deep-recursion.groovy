// tries: recurse without end
int deeper(int n) {
    deeper(n + 1) + 1
}
deeper(0)
