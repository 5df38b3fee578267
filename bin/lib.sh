# What bin/demo and bin/test share: finding a JDK, installing what is missing, building. Sourced, not run.
# Expects $root, the directory of the project, and $program, the name that messages begin with.

minimum_java=17

say() {
  printf '%s: %s\n' "$program" "$*" >&2
}

# The version of the JDK in a directory, as in 17; nothing if there is none.
java_version_in() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# Sets and exports JAVA_HOME: the given one, or that of the java or javac on the path.
find_jdk() {
  local candidate version tool
  for candidate in "${JAVA_HOME:-}" javac java; do
    case $candidate in
      '') continue ;;
      java | javac)
        tool=$(command -v "$candidate") || continue
        tool=$(readlink -f "$tool")
        candidate=${tool%/bin/*}
        ;;
    esac
    version=$(java_version_in "$candidate")
    if [ -n "$version" ] && [ "$version" -ge "$minimum_java" ]; then
      export JAVA_HOME=$candidate
      java_version=$version
      return 0
    fi
  done
  return 1
}

# Installs Debian packages, or says how and ends with status 2.
install_packages() {
  local become=''
  if [ "$(id -u)" -ne 0 ]; then
    become=sudo
  fi
  if ! command -v apt-get >/dev/null || { [ -n "$become" ] && ! command -v sudo >/dev/null; }; then
    say "missing: $*. Install them and start again; on Debian, as root:"
    say "  apt-get update && apt-get install -y $*"
    exit 2
  fi
  say "installing $*"
  if ! $become env DEBIAN_FRONTEND=noninteractive sh -c \
    'apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@"' sh "$@" >&2; then
    say "could not install $*. This is the command that failed:"
    say "  $become apt-get update && $become apt-get install -y $*"
    exit 2
  fi
}

# Makes sure of a JDK, Maven and, unless another engine is asked for, bubblewrap.
#   set_up <provider>
set_up() {
  local missing=()
  find_jdk || missing+=("openjdk-$minimum_java-jdk-headless")
  command -v mvn >/dev/null || missing+=(maven)
  case $1 in
    auto | bubblewrap) command -v bwrap >/dev/null || missing+=(bubblewrap) ;;
  esac
  if [ "${#missing[@]}" -gt 0 ]; then
    install_packages "${missing[@]}"
    hash -r
    find_jdk || {
      say "there is no JDK of version $minimum_java or later. Set JAVA_HOME to one."
      exit 2
    }
  fi
}

# Says every few seconds that something is still going on, until it is killed or this program ends.
tick() {
  while sleep 5 && kill -0 "$$" 2>/dev/null; do
    say "still $1"
  done
}

# Runs Maven in the project. Without the network if all that it needs is there already.
#   build <log> <argument>...
build() {
  local log=$1 ticker status=0
  shift
  tick building &
  ticker=$!
  if ! (cd "$root" && exec mvn -B -o "$@") >"$log" 2>&1; then
    status=1
    if grep -q -E 'offline mode|has not been downloaded from it before|Could not resolve' "$log"; then
      (cd "$root" && exec mvn -B "$@") >"$log" 2>&1 && status=0
    fi
  fi
  kill "$ticker" 2>/dev/null || true
  wait "$ticker" 2>/dev/null || true
  return "$status"
}
