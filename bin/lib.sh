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
  local become='' output
  if [ "$(id -u)" -ne 0 ]; then
    become=sudo
  fi
  if ! command -v apt-get >/dev/null || { [ -n "$become" ] && ! command -v sudo >/dev/null; }; then
    say "missing: $*. Install them and start again; on Debian, as root:"
    say "  apt-get update && apt-get install -y --no-install-recommends $*"
    exit 2
  fi
  say "installing $*${become:+ with sudo}"
  # What apt-get says is shown only if it fails. If sudo asks for a password, it does so on the terminal.
  if ! output=$($become env DEBIAN_FRONTEND=noninteractive sh -c \
    'apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@"' sh "$@" 2>&1); then
    printf '%s\n' "$output" >&2
    say "could not install $*; what was said is above. Install them and start again; on Debian, as root:"
    say "  apt-get update && apt-get install -y --no-install-recommends $*"
    exit 2
  fi
}

# Sets places inside the project for what Maven and Airlock keep in the home directory, if nothing can be
# written there, as where a service or a job of continuous integration has none of its own.
find_places() {
  local home kept=$root/target/home
  home=$(getent passwd "$(id -u)" | cut -d: -f6) || true
  maven_options=()
  if ! mkdir -p "$home/.m2/repository" 2>/dev/null || [ ! -w "$home/.m2/repository" ]; then
    say "nothing can be written to ${home:-the home directory}, so libraries are kept in $kept"
    maven_options=(-Dmaven.repo.local="$kept/.m2/repository")
    export XDG_CACHE_HOME="$kept/.cache"
  fi
}

# Makes sure of a JDK, Maven and, unless another engine is asked for, bubblewrap, and of places to write to.
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
  find_places
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
  if ! (cd "$root" && exec mvn -B -o "${maven_options[@]}" "$@") >"$log" 2>&1; then
    status=1
    if grep -q -E 'offline mode|has not been downloaded from it before|Could not resolve' "$log"; then
      say "downloading what the build needs, this first time"
      (cd "$root" && exec mvn -B "${maven_options[@]}" "$@") >"$log" 2>&1 && status=0
    fi
  fi
  kill "$ticker" 2>/dev/null || true
  wait "$ticker" 2>/dev/null || true
  return "$status"
}
