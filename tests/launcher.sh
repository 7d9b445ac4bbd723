#!/usr/bin/env bash
# Tests of ./helhetssyn: each function below with an underscore in its name is one of them.
set -uo pipefail

source_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
sandbox=$(cd "$(mktemp -d)" && pwd -P)
trap 'rm -rf "$sandbox"' EXIT
failures=0 count=0
# shellcheck source=tests/launcher/world.sh
source "$source_root/tests/launcher/world.sh"

help_names_every_command() {
  local command
  run --help
  exits 0
  for command in demo check generate pseudonymise pipeline mapping export retention erase serve; do contains "$output" "  $command "; done
  for command in demo check; do run "$command" --help && contains "$output" Användning; done
  equal "$(called mvnw.calls)" ''
}

wrong_use_is_exit_2_in_one_sentence() {
  local words
  for words in 'dmeo' 'demo --port' 'demo --port x' 'demo --port 0' 'demo --port 70000' 'demo --prot 1' 'check now'; do
    # shellcheck disable=SC2086
    run $words
    exits 2
    sentence
  done
  equal "$(called mvnw.calls)" ''
  run
  exits 2
  contains "$errors" Användning
}

the_newest_jdk_is_taken_when_java_17_is_on_the_path() {
  jdk twentysix-without-compiler 26 jre
  run serve
  exits 0
  contains "$(called java.call)" "java=$jvm/twentyfive"
  equal "$(head -n 1 "$sandbox/mvnw.environment")" "$jvm/twentyfive"
}

a_java_home_that_will_do_is_kept() {
  local environment=("JAVA_HOME=$jvm/twentyone")
  run serve
  contains "$(called java.call)" "java=$jvm/twentyone"
}

a_java_home_that_is_too_old_is_passed_over() {
  local environment=("JAVA_HOME=$jvm/seventeen" HELHETSSYN_JVM_FOLDERS=/nowhere "JAVA_HOME_21_X64=$jvm/twentyone")
  run serve
  contains "$(called java.call)" "java=$jvm/twentyone"
}

a_jdk_without_a_release_file_is_asked() {
  rm "$jvm/twentyfive/release"
  run serve
  contains "$(called java.call)" "java=$jvm/twentyfive"
}

without_a_jdk_it_is_exit_3_in_one_sentence() {
  rm -r "$jvm/twentyone" "$jvm/twentyfive"
  run serve
  exits 3
  sentence
  contains "$errors" 'JDK, version 21 eller nyare'
}

a_command_of_two_words_passes_through() {
  run mapping check --in 'en mapp'
  contains "$(called java.call)" 'argument=mapping
argument=check
argument=--in
argument=en mapp'
}

a_key_reaches_the_eraser_from_standard_input() {
  run erase --store 'ett lager' --person-key -
  exits 0
  contains "$(called java.call)" 'argument=se.helhetssyn.pipelines.app.Helhetssyn
argument=erase
argument=--store
argument=ett lager
argument=--person-key
argument=-'
  run retention --months 24
  contains "$(called java.call)" 'argument=retention
argument=--months'
}

arguments_folder_and_exit_code_pass_through() {
  local folder="$sandbox"
  run pipeline --extracts 'en mapp' --store x
  contains "$(called java.call)" "folder=$sandbox"
  contains "$(called java.call)" 'argument=en mapp'
  contains "$(called java.call)" 'argument=se.helhetssyn.pipelines.app.Helhetssyn
argument=pipeline'
  echo 4 >"$sandbox/java.fails"
  run export
  exits 4
  equal "$errors" 'En mening om felet.'
}

flags_follow_the_module_and_the_version() {
  run pipeline
  contains "$(called java.call)" "argument=@$project/pipelines/spark.jvm"
  contains "$(called java.call)" argument=--sun-misc-unsafe-memory-access=allow
  contains "$(called java.call)" "argument=$project/pipelines/target/classes:$project/datasets/target/datasets.jar:"
  contains "$(called java.call)" locale=C.UTF-8
  local environment=("JAVA_HOME=$jvm/twentyone" LANG=sv_SE.UTF-8)
  run serve
  contains "$(called java.call)" argument=--enable-native-access=ALL-UNNAMED
  lacks "$(called java.call)" argument=--sun-misc
  lacks "$(called java.call)" argument=@
  contains "$(called java.call)" $'locale=\n'
}

the_pseudonymiser_runs_without_the_platform() {
  run pseudonymise --in 'en mapp' --out ut --key-file nyckel
  exits 0
  contains "$(called java.call)" 'argument=se.helhetssyn.datasets.pseudonymise.Pseudonymise
argument=--in
argument=en mapp'
  contains "$(called java.call)" "argument=$project/datasets/target/classes:"
  lacks "$(called java.call)" "$project/pipelines/"
}

memory_is_bounded_and_can_be_chosen() {
  local heap environment
  run serve
  heap=$(sed -n 's/^argument=-Xmx\([0-9]*\)m$/\1/p' "$sandbox/java.call")
  ((heap > 0 && heap <= 4096)) || fail "minnet är $heap MB"
  environment=(HELHETSSYN_MEMORY=1g)
  run serve
  contains "$(called java.call)" argument=-Xmx1g
  environment=(HELHETSSYN_MEMORY=mycket)
  run serve
  exits 3
  sentence
}

it_builds_only_when_a_source_differs() {
  run serve
  equal "$(called mvnw.calls)" '-B -ntp -DskipTests package'
  contains "$errors" 'Bygger … (första gången'
  run serve
  equal "$errors" ''
  echo 2 >"$project/analytics/src/test/OtherTest.java"
  mkdir -p "$project/ui/src/main/frontend" && echo 2 >"$project/ui/src/main/frontend/generated.ts"
  run serve
  equal "$(times mvnw.calls package)" 1
  echo 2 >"$project/analytics/src/main/Code.java"
  run serve
  equal "$(times mvnw.calls package)" 2
  mv "$project/analytics/src/main/Code.java" "$project/analytics/src/main/Kod.java"
  run serve
  equal "$(times mvnw.calls package)" 3
  echo 2 >"$project/pom.xml"
  run serve
  equal "$(times mvnw.calls package)" 4
}

it_builds_again_when_something_built_is_gone() {
  run serve
  rm "$project/datasets/target/datasets.jar"
  run serve
  rm -r "$project/ui/target"
  run serve
  equal "$(times mvnw.calls package)" 3
}

a_failed_build_is_told_and_tried_again() {
  touch "$sandbox/mvnw.fails"
  run serve
  exits 1
  contains "$errors" '[ERROR] fel på rad 7'
  lacks "$errors" INFO
  contains "$errors" "$project/.helhetssyn/build.log"
  equal "$(called java.calls)" ''
  rm "$sandbox/mvnw.fails"
  run serve
  exits 0
}

two_at_once_build_once() {
  touch "$sandbox/mvnw.slow"
  launch serve &>/dev/null &
  launch serve &>/dev/null &
  wait
  equal "$(times mvnw.calls package)" 1
  equal "$(times java.calls Serve)" 2
}

the_demo_shows_its_steps_and_ends_with_address_and_accounts() {
  run demo
  exits 0
  equal "$(grep -c '^[1-4]/4 .* [0-9]* s$' <<<"$errors")" 4
  equal "$(head -n 1 <<<"$output")" 'Helhetssyn svarar på http://localhost:8080'
  lacks "$output$errors" WARN
  contains "$(<"$project/.helhetssyn/demo/4.log")" WARN
  contains "$(called java.calls)" "--until 2026-10-31"
  contains "$(called java.calls)" "--as-of 2026-10-31"
  local user accounts="$project/.helhetssyn/demo/accounts.properties"
  for user in division chef kvalitet; do
    grep -Eq "^$user\.password=[a-z2-9]{4}(-[a-z2-9]{4}){3}$" "$accounts" || fail "inget lösenord för $user"
    contains "$output" "$(sed -n "s/^$user\.password=//p" "$accounts")"
  done
  equal "$(sort "$accounts" | grep -c .)" 4
  contains "$(<"$accounts")" 'chef.unit=B7'
  equal "$(find "$accounts" -perm 600)" "$accounts"
}

the_second_demo_reuses_what_is_there() {
  run demo
  local first=$output
  run demo
  equal "$output" "$first"
  equal "$(times java.calls ' generate ')" 1
  equal "$(times java.calls ' pipeline ')" 1
  equal "$(grep -c 'redan gjort$' <<<"$errors")" 2
  echo 2 >"$project/ui/src/main/Code.java"
  run demo
  equal "$(times java.calls ' pipeline ')" 1
  echo 2 >"$project/analytics/src/main/Code.java"
  run demo
  equal "$(times java.calls ' generate ')" 1
  equal "$(times java.calls ' pipeline ')" 2
  rm -r "$project/.helhetssyn/demo/extracts"
  run demo
  equal "$(times java.calls ' generate ')" 2
}

a_step_of_the_demo_that_fails_says_why() {
  run serve
  echo 5 >"$sandbox/java.fails"
  run demo
  exits 5
  contains "$errors" 'En mening om felet.'
  contains "$errors" "$project/.helhetssyn/demo/2.log"
  equal "$output" ''
  rm "$sandbox/java.fails"
  run demo
  exits 0
}

a_demo_whose_server_does_not_start_says_why() {
  touch "$sandbox/serve.fails"
  run demo
  exits 3
  contains "$errors" 'Ingen väg fram.'
  equal "$output" ''
}

a_demo_that_runs_is_pointed_at_and_stops_on_a_signal() {
  local pid
  touch "$sandbox/serve.stays"
  touch "$sandbox/first"
  launch demo >"$sandbox/first" 2>/dev/null &
  pid=$!
  for _ in {1..100}; do if grep -q Ctrl-C "$sandbox/first"; then break; else sleep 0.1; fi; done
  run demo
  exits 4
  sentence
  contains "$errors" http://localhost:8080
  kill -TERM "$pid"
  wait "$pid"
  rm "$sandbox/serve.stays"
  run demo
  exits 0
}

a_busy_port_gives_the_next_free_one() {
  local listener port
  if ! command -v perl >/dev/null; then echo "OBS! $name: perl saknas, hoppas över" >&2 && return; fi
  perl -MIO::Socket::INET -e '$| = 1; my $s = IO::Socket::INET->new(Listen => 5, LocalAddr => "127.0.0.1") or die;
    print $s->sockport, "\n"; sleep 60' >"$sandbox/port" &
  listener=$!
  for _ in {1..50}; do if [[ -s $sandbox/port ]]; then break; else sleep 0.1; fi; done
  port=$(<"$sandbox/port")
  run demo --port "$port"
  exits 0
  contains "$errors" "Port $port är upptagen"
  lacks "$output" "localhost:$port"
  run demo "--port=$port"
  contains "$output" http://localhost:
  kill "$listener" && wait "$listener" 2>/dev/null
}

check_runs_both_kinds_of_tests() {
  local environment=("HELHETSSYN_CHROMIUM=$jvm/twentyone/bin/java" "HELHETSSYN_REFERENCE=$jvm/../jvm" CI=true)
  run check
  exits 0
  [[ -e $sandbox/tests.ran ]] || fail 'startarens tester kördes inte'
  equal "$(called mvnw.calls)" "-B -ntp verify -Dhelhetssyn.reference=$jvm"
  equal "$(called mvnw.environment)" "$jvm/twentyfive
$jvm/twentyone/bin/java
$jvm"
  run serve
  equal "$(called mvnw.calls | grep -c .)" 1
  touch "$sandbox/mvnw.fails"
  run check
  exits 1
}

check_stops_when_the_launcher_tests_fail() {
  local environment=("HELHETSSYN_CHROMIUM=$jvm/twentyone/bin/java" "HELHETSSYN_REFERENCE=$jvm")
  echo 'exit 1' >"$project/tests/launcher.sh"
  run check
  exits 1
  equal "$(called mvnw.calls)" ''
}

check_names_the_package_that_is_missing() {
  run check
  exits 3
  sentence
  contains "$errors" 'paketet chromium'
}

check_without_reference_is_refused_in_ci_only() {
  local environment=("HELHETSSYN_CHROMIUM=$jvm/twentyone/bin/java" HELHETSSYN_REFERENCE=/nowhere)
  run check
  exits 0
  contains "$errors" 'OBS! Referensmappen /nowhere'
  environment+=(CI=true)
  run check
  exits 3
  sentence
}

tools
for name in $(declare -F | sed -n 's/^declare -f \([a-z]*_[a-z0-9_]*\)$/\1/p'); do
  renew
  before=$failures count=$((count + 1))
  "$name"
  if ((failures == before)); then printf 'ok   %s\n' "${name//_/ }"; fi
done
printf '%d prov av startaren, %d fel\n' "$count" "$failures"
((failures == 0 && count > 0))
