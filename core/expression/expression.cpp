#include "core/expression/expression.h"

#include <algorithm>
#include <utility>

#include "core/base/utf8.h"
#include "core/expression/program.h"

namespace canvass::core {

Expression::Expression(const Program* program) noexcept : program_(program) {}
Expression::Expression(const Expression& other) noexcept : program_(other.program_) {
    if (program_) ++program_->owners;
}
Expression::Expression(Expression&& other) noexcept : program_(std::exchange(other.program_, nullptr)) {}
Expression& Expression::operator=(const Expression& other) noexcept { return *this = Expression(other); }
Expression& Expression::operator=(Expression&& other) noexcept {
    std::swap(program_, other.program_);
    return *this;
}
Expression::~Expression() {
    if (program_ && --program_->owners == 0) destroy(program_);
}

std::string_view Expression::text() const noexcept { return program_->text; }

std::span<const Path> Expression::paths() const noexcept { return program_->paths; }

bool Expression::calls_functions() const noexcept {
    return std::any_of(program_->instructions.begin(), program_->instructions.end(), [](const Instruction& each) {
        return each.op == Op::call || each.op == Op::iif;
    });
}

bool Expression::depends_on_time() const noexcept {
    return std::any_of(program_->calls.begin(), program_->calls.end(),
                       [](const CallSite& site) { return site.function && site.function->of_time; });
}

Diagnostics unknown_functions(const Expression& expression) {
    Diagnostics diagnostics;
    for (const CallSite& site : expression.program().calls) {
        if (site.function) continue;
        Diagnostic diagnostic;
        diagnostic.code = Code::unknown_function;
        diagnostic.position = static_cast<int>(characters_in(expression.text().substr(0, site.position)));
        diagnostic.subject = site.name;
        diagnostic.detail = expression.text();
        diagnostics.push_back(std::move(diagnostic));
    }
    return diagnostics;
}

std::vector<std::string_view> dependencies(const Expression& expression) {
    std::vector<std::string_view> names;
    for (const Path& path : expression.paths())
        if (std::find(names.begin(), names.end(), path.text) == names.end()) names.push_back(path.text);
    return names;
}

}  // namespace canvass::core
