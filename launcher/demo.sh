# shellcheck shell=bash
# The demo: a municipality that is invented, counted and shown; sourced by ./helhetssyn.
# Each step is one line with its seconds, and is skipped when its result was made from the same inputs.

readonly demo=$work/demo
# Always the same municipality; its last day is "today" for the figures.
readonly demo_until=2026-10-31 demo_seed=1

ticking() { while sleep 5 8>&- &>/dev/null; do printf '. ' >&2; done; }

stop_ticking() {
  kill "$ticker" 2>/dev/null || true # Ctrl-C may have ended it first
  wait "$ticker" 2>/dev/null || true
}

step() { # number, words, command…: one line with its seconds; the rest goes to a log, shown if it fails
  local log="$demo/$1.log" status=0
  printf '%s/4 %s … ' "$1" "$2" >&2
  SECONDS=0
  ticking &
  ticker=$!
  trap stop_ticking EXIT
  ("${@:3}") &>"$log" || status=$?
  trap - EXIT
  stop_ticking
  say "$SECONDS s"
  if ((status == 0)); then return; fi
  tail -n 20 "$log" >&2
  die "$status" "Det gick inte; hela utskriften finns i $log."
}

once() { # number, words, result, inputs, command…: the step, unless the result was made from the same inputs
  local stamp="$demo/$1.stamp"
  if [[ -e $demo/$3 && -e $stamp && $(<"$stamp") == "$4" ]]; then
    say "$1/4 $2 … redan gjort"
    return
  fi
  rm -rf "$stamp" "${demo:?}/${3%%/*}"
  step "$1" "$2" "${@:5}"
  printf '%s\n' "$4" >"$stamp"
}

password_of() { # user: the one given before, else a new one
  local letters
  if sed -n "s/^$1\.password=//p" "$demo/accounts.properties" 2>/dev/null | grep .; then return; fi
  letters=$(head -c 2048 /dev/urandom | LC_ALL=C tr -dc 'a-hjkmnp-z2-9')
  printf '%s-%s-%s-%s\n' "${letters:0:4}" "${letters:4:4}" "${letters:8:4}" "${letters:12:4}"
}

residential_unit() { # id of the first residential unit that is open
  awk -F, '{ sub(/\r$/, "") }
    NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
    $at["level"] == "UNIT" && $at["unit_type"] == "RESIDENTIAL_CARE" && $at["valid_to"] == "" {
      print $at["org_unit_id"]; exit
    }' \
    "$demo/extracts/org_unit.csv"
}

write_accounts() (
  umask 077
  unit=$(residential_unit)
  [[ $unit ]] || die 2 "Det finns inget särskilt boende bland enheterna i $demo/extracts."
  {
    for user in division chef kvalitet; do printf '%s.password=%s\n' "$user" "$(password_of "$user")"; done
    printf 'chef.unit=%s\n' "$unit"
  } >"$demo/accounts.new"
  mv "$demo/accounts.new" "$demo/accounts.properties"
)

free_port() { # port: the first from there on that nobody answers on
  local port=$1
  while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
  printf '%s\n' "$port"
}

announce() { # the web application's address when it says it, and the accounts; the rest goes to its log
  local line
  trap '' INT
  while IFS= read -r line; do
    if [[ $line == *http://localhost:* ]]; then
      say "$SECONDS s"
      printf '%s\n' "$line" | tee "$demo/address"
      printf '  %-10s %s   %s\n' \
        division "$(password_of division)" 'divisionsledning' \
        chef "$(password_of chef)" 'chef för en enhet' \
        kvalitet "$(password_of kvalitet)" 'kvalitetsutvecklare'
      printf 'Avsluta med Ctrl-C.\n'
    else
      printf '%s\n' "$line" >>"$demo/4.log"
    fi
  done
  if [[ ! -e $demo/address ]]; then tail -n 20 "$demo/4.log" >&2; fi
}

demo() {
  local port=8080 first free inputs
  case "$# ${1:-}" in
    '0 ') ;;
    '2 --port') port=$2 ;;
    '1 --port='*) port=${1#--port=} ;;
    *) die 2 "demo tar bara valet --port följt av ett portnummer." ;;
  esac
  if [[ ! $port =~ ^[1-9][0-9]{0,4}$ ]] || ((port > 65535)); then
    die 2 "$port är inget portnummer: ange ett mellan 1 och 65535."
  fi
  trap 'exit 130' INT
  trap 'exit 143' TERM
  require_jdk
  mkdir -p "$demo"
  exec 8>"$demo/lock"
  lock -n 8 || die 4 "Demon är redan igång. $(cat "$demo/address" 2>/dev/null)"
  rm -f "$demo/address"
  if [[ ! -e $work/build.stamp ]]; then first=' (första gången några minuter)'; fi
  step 1 "Bygger${first:-}" build
  inputs="$demo_seed $demo_until $(digest datasets pipelines)"
  once 2 'Skapar en påhittad kommun' extracts/org_unit.csv "$inputs" \
    pipelines generate --out "$demo/extracts" --seed "$demo_seed" --until "$demo_until"
  once 3 'Räknar fram måtten' store/current "$inputs $(digest analytics)" \
    pipelines pipeline --extracts "$demo/extracts" --store "$demo/store" --as-of "$demo_until"
  write_accounts
  free=$(free_port "$port")
  if ((free != port)); then say "Port $port är upptagen; översikterna får port $free."; fi
  : >"$demo/4.log"
  printf '4/4 Startar översikterna … ' >&2
  SECONDS=0
  exec > >(announce) 2>>"$demo/4.log"
  serve --store "$demo/store" --state "$demo/state" --port "$free" --demo-accounts "$demo/accounts.properties"
}
