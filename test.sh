#!/usr/bin/env bash
# Everything that must hold before a change is taken: build, layout, all tests, and the engine's tests once more without vector
# instructions. Needs the .NET SDK 10; tests of the pages also need Chromium, which is installed with apt-get where it is missing.
# The last line is "N passed, N failed" (", N skipped" if any were); the exit code is 0 only if nothing failed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# Whatever a test starts listens on this machine only, on a free port.
export ASPNETCORE_URLS=http://127.0.0.1:0

readonly LONGEST_SECONDS=1800
passed=0 failed=0 skipped=0
output=$(mktemp)
trap 'rm -f "$output"' EXIT

say() { printf '\n== %s\n' "$*"; }

finish() {
  local line="$passed passed, $failed failed"
  if ((skipped > 0)); then line+=", $skipped skipped"; fi
  printf '\n%s\n' "$line"
  if ((failed > 0)); then exit 1; fi
  exit 0
}

# Chromium draws the pages that tests look at; the Noto fonts have the Chinese letters on them.
install_browser() {
  local missing=() as_root=()
  command -v chromium >/dev/null || missing+=(chromium)
  if command -v dpkg-query >/dev/null; then
    dpkg-query -W -f='${Status}' fonts-noto-cjk 2>/dev/null | grep -q 'ok installed' || missing+=(fonts-noto-cjk)
  fi
  if ((${#missing[@]} == 0)); then return 0; fi
  if ! command -v apt-get >/dev/null; then
    say "no apt-get here: without ${missing[*]} the tests of the pages fail"
    return 0
  fi

  say "installing ${missing[*]} with apt-get"
  if ((EUID != 0)); then as_root=(sudo -n); fi
  if ! { "${as_root[@]}" apt-get update -qq \
      && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$output" 2>&1; then
    tail -n 20 "$output"
    say "could not install ${missing[*]}: without them the tests of the pages fail"
  fi
}

# The numbers of a runner's summary: "total failed skipped", or nothing if it never came to one.
# Two forms: xunit's own ("Total: 9, Errors: 0, Failed: 1, Skipped: 2, Not Run: 0") and that of dotnet test ("total: 9" and so on, a line each).
summary_of() {
  sed 's/\x1b\[[0-9;]*m//g' "$1" | awk '
    match($0, /Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+, Not Run: [0-9]+/) {
      split(substr($0, RSTART, RLENGTH), n, /[^0-9]+/)
      total = n[2] - n[6]; bad = n[3] + n[4]; left = n[5]; found = 1
      total += n[3]
    }
    / Total: 0 *$/          { total = 0; found = 1 }
    /^ *total: [0-9]+ *$/   { total = $2; found = 1 }
    /^ *failed: [0-9]+ *$/  { bad = $2 }
    /^ *skipped: [0-9]+ *$/ { left = $2 }
    END { if (found) print total, bad + 0, left + 0 }'
}

# Runs one test program and adds what it counted. One that dies, hangs, runs nothing or disagrees with its own count has failed.
run_tests() {
  local name=$1 status=0 total bad left
  timeout --kill-after=30 "$LONGEST_SECONDS" dotnet "tests/$name/bin/Release/net10.0/$name.dll" 2>&1 | tee "$output" || status=$?
  read -r total bad left <<<"$(summary_of "$output")" || true
  if [[ -z ${total:-} ]]; then
    echo "$name ended with code $status and without a summary: counted as one failure"
    failed=$((failed + 1))
    return 0
  fi
  passed=$((passed + total - bad - left)) failed=$((failed + bad)) skipped=$((skipped + left))
  if ((total == 0)); then
    echo "$name has no tests: counted as one failure"
    failed=$((failed + 1))
  elif ((status != 0 && bad == 0)); then
    echo "$name ended with code $status although no test failed: counted as one failure"
    failed=$((failed + 1))
  fi
}

install_browser

say "build (warnings are errors)"
if ! dotnet build Saima.slnx -c Release -v quiet -nodeReuse:false; then
  failed=1
  finish
fi

say "layout"
if ! dotnet format Saima.slnx --verify-no-changes --no-restore; then
  echo "run: dotnet format Saima.slnx"
  failed=$((failed + 1))
fi

for project in tests/*Tests/*.csproj; do
  name=$(basename "$project" .csproj)
  say "$name"
  run_tests "$name"
done

say "Saima.Engine.Tests once more, without vector instructions"
DOTNET_EnableHWIntrinsic=0 run_tests Saima.Engine.Tests

finish
