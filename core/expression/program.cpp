#include "core/expression/program.h"

#include <cstring>
#include <memory>
#include <new>

namespace canvass::core {
namespace {

template <class T>
std::size_t bytes_of(const std::vector<T>& items) {
    return items.size() * sizeof(T);
}

template <class T>
std::span<T> copied(const std::vector<T>& items, unsigned char*& at) {
    T* const begin = reinterpret_cast<T*>(at);
    if (!items.empty()) std::memcpy(at, static_cast<const void*>(items.data()), bytes_of(items));
    at += bytes_of(items);
    return {begin, items.size()};
}

}  // namespace

const Program* packed(Draft& draft) {
    static_assert(sizeof(Program) % alignof(Value) == 0 && sizeof(Value) % alignof(Path) == 0 &&
                  sizeof(Path) % alignof(PathStep) == 0 && sizeof(PathStep) % alignof(CallSite) == 0 &&
                  sizeof(CallSite) % alignof(Instruction) == 0);
    const std::size_t bytes = sizeof(Program) + bytes_of(draft.constants) + bytes_of(draft.paths) +
                              bytes_of(draft.steps) + bytes_of(draft.calls) + bytes_of(draft.instructions) +
                              draft.text.size();
    auto* at = static_cast<unsigned char*>(::operator new(bytes));
    auto* program = new (at) Program;
    at += sizeof(Program);
    Value* const constants = reinterpret_cast<Value*>(at);
    for (Value& constant : draft.constants) {
        new (at) Value(std::move(constant));
        at += sizeof(Value);
    }
    program->constants = {constants, draft.constants.size()};
    const std::span<Path> paths = copied(draft.paths, at);
    const std::span<PathStep> steps = copied(draft.steps, at);
    const std::span<CallSite> calls = copied(draft.calls, at);
    program->instructions = copied(draft.instructions, at);
    const char* const text = reinterpret_cast<const char*>(at);
    std::memcpy(at, draft.text.data(), draft.text.size());
    program->text = {text, draft.text.size()};

    const auto move = [&](std::string_view& name) { name = {text + (name.data() - draft.text.data()), name.size()}; };
    std::size_t first = 0;
    for (Path& path : paths) {
        move(path.text);
        path.steps = steps.subspan(first, path.steps.size());
        first += path.steps.size();
    }
    for (PathStep& step : steps) move(step.name);
    for (CallSite& site : calls) move(site.name);
    program->paths = paths;
    program->calls = calls;
    program->stack_size = draft.stack_size;
    return program;
}

// Everything but the constants is trivial.
void destroy(const Program* program) noexcept {
    std::destroy(program->constants.begin(), program->constants.end());
    ::operator delete(const_cast<Program*>(program));
}

}  // namespace canvass::core
