// One function a command, each in its own file (publish and verify share one): it reads, calls the core and prints. `words` are those after
// the command's name; the result is the exit status (output.h).
#pragma once

#include <string>
#include <vector>

#include "shell/cli/arguments.h"
#include "shell/cli/replay.h"

namespace canvass::cli {

using Words = std::vector<std::string>;

int check(const Words& words);
int eval(const Words& words);
int properties(const Words& words);
int run(const Words& words);
int run_batch(const std::string& path, const ReplaySettings& defaults);
int publish(const Words& words);
int score(const Words& words);
int tally(const Words& words);
int verify(const Words& words);

}  // namespace canvass::cli
