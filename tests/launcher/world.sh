# shellcheck shell=bash disable=SC2154
# An invented project with an invented mvnw, java and apt for the tests of ./helhetssyn to run a copy of it in.
# The copy sees nothing of this machine but the small tools listed below.

project="$sandbox/ett projekt" # with a space, as people name their folders
jvm=$sandbox/jvm
code=0 output='' errors=''

script() { # path, body read from standard input: an executable
  mkdir -p "${1%/*}"
  { printf '#!/bin/bash\n' && cat; } >"$1"
  chmod +x "$1"
}

jdk() { # name, version text[, jre]: a Java that notes how it was called and plays the product
  script "$jvm/$1/bin/java" <<JAVA
home=$jvm/$1
sandbox=$sandbox
JAVA
  cat >>"$jvm/$1/bin/java" <<'JAVA'
{ printf '%s\n' "java=$home" "folder=$PWD" "locale=${LC_ALL:-}"; printf 'argument=%s\n' "$@"; } >"$sandbox/java.call"
printf '%s\n' "$*" >>"$sandbox/java.calls"
out='' store='' port=''
for word in "$@"; do
  case ${previous:-} in --out) out=$word ;; --store) store=$word ;; --port) port=$word ;; esac
  previous=$word
done
if [[ -e $sandbox/java.fails ]]; then echo 'En mening om felet.' >&2; exit "$(<"$sandbox/java.fails")"; fi
case "$*" in
  *' generate '*) mkdir -p "$out"
    printf '%s\r\n' org_unit_id,level,unit_type,valid_to M,MUNICIPALITY,, H1,UNIT,HOME_CARE, \
      B1,UNIT,RESIDENTIAL_CARE,2025-01-01 B7,UNIT,RESIDENTIAL_CARE, >"$out/org_unit.csv" ;;
  *' pipeline '*) mkdir -p "$store" && echo 1 >"$store/current" ;;
  *Serve*) echo 'WARN något för loggen'
    if [[ -e $sandbox/serve.fails ]]; then echo 'Ingen väg fram.' >&2 && exit 3; fi
    echo "Helhetssyn svarar på http://localhost:$port"
    if [[ -e $sandbox/serve.stays ]]; then exec sleep 60 >/dev/null 2>&1; fi ;;
esac
JAVA
  chmod +x "$jvm/$1/bin/java"
  [[ ${3:-} == jre ]] || script "$jvm/$1/bin/javac" <<<"echo javac $2"
  printf 'JAVA_VERSION="%s"\n' "$2" >"$jvm/$1/release"
}

tools() { # what the launcher may use of this machine
  local tool path
  mkdir -p "$sandbox/bin"
  for tool in awk bash cat chmod cut dirname env find flock grep head mkdir mv perl printf readlink rm sed sha256sum \
    shasum sleep sort tail tee touch tr xargs; do
    if path=$(command -v "$tool") && [[ $path == /* ]]; then ln -s "$path" "$sandbox/bin/$tool"; fi
  done
  script "$sandbox/bin/apt-get" <<<'exit 100'
  script "$sandbox/bin/apt-cache" <<<'exit 0'
}

renew() {
  local module
  rm -rf "$project" "$jvm" "$sandbox"/java.* "$sandbox"/mvnw.* "$sandbox"/serve.*
  mkdir -p "$project/.mvn" "$project/tests"
  cp -r "$source_root/helhetssyn" "$source_root/launcher" "$project/"
  printf 'touch "%s/tests.ran"\n' "$sandbox" >"$project/tests/launcher.sh"
  touch "$project/pom.xml"
  for module in datasets analytics pipelines ui; do
    mkdir -p "$project/$module/src/main" "$project/$module/src/test"
    echo 1 | tee "$project/$module/pom.xml" >"$project/$module/src/main/Code.java"
  done
  script "$project/mvnw" <<MVNW
sandbox=$sandbox
MVNW
  cat >>"$project/mvnw" <<'MVNW'
printf '%s\n' "$*" >>"$sandbox/mvnw.calls"
printf '%s\n' "$JAVA_HOME" "${HELHETSSYN_CHROMIUM:-}" "${HELHETSSYN_REFERENCE:-}" >"$sandbox/mvnw.environment"
if [[ -e $sandbox/mvnw.fails ]]; then printf '%s\n' '[ERROR] fel på rad 7' '[INFO] mycket mer' && exit 1; fi
if [[ -e $sandbox/mvnw.slow ]]; then sleep 1; fi
for module in datasets analytics pipelines ui; do
  mkdir -p "$module/target/classes" && touch "$module/target/$module.jar"
  printf '%s' "$PWD/datasets/target/datasets.jar:$PWD/analytics/target/analytics.jar" >"$module/target/classpath"
done
MVNW
  jdk seventeen 17.0.15
  jdk twentyone 21.0.7
  jdk twentyfive 25.0.3
}

run() { # argument…: the launcher in the invented world; leaves $code, $output and $errors
  output=$(cd "${folder:-$project}" && launch "$@" 2>"$sandbox/errors")
  code=$?
  errors=$(<"$sandbox/errors")
}

launch() { # always in a subshell, so that its process is the launcher's
  exec env -i PATH="$jvm/seventeen/bin:$sandbox/bin" HOME="$sandbox" HELHETSSYN_JVM_FOLDERS="$jvm" \
    ${environment[@]+"${environment[@]}"} "$project/helhetssyn" "$@"
}

# ---- assertions ----

fail() { failures=$((failures + 1)) && printf 'FEL  %s: %s\n' "$name" "$1" >&2; }
equal() { [[ $1 == "$2" ]] || fail "väntade <$2>, fick <$1>"; }
contains() { [[ $1 == *"$2"* ]] || fail "<$2> saknas i <$1>"; }
lacks() { [[ $1 != *"$2"* ]] || fail "<$2> borde inte finnas i <$1>"; }
exits() { [[ $code == "$1" ]] || fail "väntade slutkod $1, fick $code: $errors"; }
sentence() { [[ $(grep -c . <<<"$errors") == 1 ]] || fail "väntade en mening, fick: $errors"; }
called() { cat "$sandbox/$1" 2>/dev/null; }
times() { called "$1" | grep -c -- "$2"; }
