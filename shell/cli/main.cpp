#include "shell/cli/commands.h"
#include "shell/cli/output.h"

namespace {

constexpr char help[] = R"(canvass: surveys, polls and engagement on the command line, JSON in and out

  canvass check DEFINITION [--locale L]
      Every fault of a survey definition and every property that is kept but not acted on.
  canvass eval [FILE] [--now TIME]
      JSON lines {"expression", "values", "now"?} to {"value"} or {"error"}.
  canvass run DEFINITION --actions FILE [--locale L] [--now TIME] [--seed N]
      JSON lines of actions to the state after each one; at completion the response.
  canvass run --batch [FILE] [--locale L] [--now TIME] [--seed N]
      JSON lines {"definition", "actions", "locale"?, "now"?, "seed"?} to the last state, a line each; the
      options stand for what a line does not say.
  canvass properties
      Every property of the format and whether it is acted on: docs/compatibility.md.
  canvass tally --method NAME [--batch] FILE
      {"candidates", "ballots": [[count, [[index, …], …]]], "seats"?, "rules"?, "seed"?} to the result; with
      --batch one a line. Methods that rate take [count, {index: score}].
      Condorcet Election Format and BLT are read as well.
  canvass score [--model NAME|FILE] [--at TIME] [EVENTS]
      JSON lines {"id", "member", "type", "at", "weight"?, "subject"?}, {"undo"} and {"optOut"} to scores with their
      parts, levels and segments. NAME is canvass, orbit or trust.
  canvass publish --method NAME FILE
      The same file to one that everybody may count again: ballots in no order of arrival, a seal, the result.
  canvass verify FILE
      Published ballots to {"matches", "unchanged", "resultMatches", "result"}; exit status 1 when they do not match.

FILE may be "-" for standard input. TIME is ISO 8601 or milliseconds since 1970; the default is the clock.
Exit status: 0, 1 when the input has faults, 2 when the command line has or the output cannot be written.)";

}  // namespace

int main(int argc, char** argv) {
    using namespace canvass::cli;
    const std::string command = argc > 1 ? argv[1] : "";
    const Words words(argv + (argc > 1 ? 2 : argc), argv + argc);
    if (command == "check") return check(words);
    if (command == "eval") return eval(words);
    if (command == "properties") return properties(words);
    if (command == "run") return run(words);
    if (command == "publish") return publish(words);
    if (command == "score") return score(words);
    if (command == "tally") return tally(words);
    if (command == "verify") return verify(words);
    const bool asked = command == "help" || command == "--help" || command == "-h";
    if (!asked && !command.empty()) say("There is no command \"" + command + "\".");
    if (!asked) {
        say(help);
        return exit_usage;
    }
    print(std::string(help) + '\n');
    return exit_fine;
}
