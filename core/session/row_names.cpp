// Names of what stands in rows: paths from outside ("panel[0].q"), words for what is near ("row.q").
#include <algorithm>

#include "core/base/number.h"
#include "core/session/state.h"

namespace canvass::core {
namespace {

using Shape = RowSettings::Shape;

// A row beside or around the one an expression stands in, by the first word of a path.
struct Word {
    std::string_view name;
    bool of_panels;  // of a dynamic panel, otherwise of a matrix
    int steps;       // to the row before or behind; 0: the same
};
constexpr Word words[] = {{"row", false, 0},      {"panel", true, 0},      {"prevrow", false, -1},
                          {"nextrow", false, +1}, {"prevpanel", true, -1}, {"nextpanel", true, +1}};

}  // namespace

std::string Session::State::path_of(ElementIndex index) const {
    const Element& described = element(index);
    if (of(index).block < 0) return described.name;
    const Block& block = block_of(index);
    std::string path = path_of(block.owner);
    const Shape shape = row_settings(block.owner).shape;
    if (block.row == total_row) path += total_suffix;
    else if (shape == Shape::list) path += "[" + number_text(block.row) + "]";
    else if (shape != Shape::single) path += "." + row_key(block);
    return described.name.empty() ? path : path + "." + described.name;
}

ElementIndex Session::State::question_in_row(ElementIndex root, std::string_view value_name) const {
    for (const ElementIndex child : children_of(root)) {
        if (!is_container(element(child).kind)) {
            if (same_letters(element(child).value_name, value_name)) return child;
        } else if (const ElementIndex found = question_in_row(child, value_name); found != no_element) {
            return found;
        }
    }
    return no_element;
}

ElementIndex Session::State::find_live(std::string_view name, bool* in_rows) const {
    const ElementIndex whole = definition->find(name);
    if (whole != no_element) return whole;
    const PathOf parts(name);
    const Path& path = parts.path();
    if (path.steps.empty() || path.property) return no_element;
    for (std::size_t last = path.reach(0) + 1; last-- > 0;) {
        const ElementIndex question = definition->find(path.key(0, last));
        if (question == no_element || of(question).rows < 0) continue;
        if (in_rows) *in_rows = true;
        return find_in_rows(question, path, last);
    }
    return no_element;
}

// From the step that named the question (and, in a list, the row) on.
ElementIndex Session::State::find_in_rows(ElementIndex question, const Path& path, std::size_t named_at) const {
    const std::vector<ElementIndex>& roots = rows_of(question).roots;
    const Shape shape = row_settings(question).shape;
    ElementIndex root = no_element;
    std::size_t next = named_at + 1;
    if (shape == Shape::list) {
        const auto size = static_cast<std::int32_t>(roots.size());
        std::int32_t at = path.steps[named_at].index.value_or(size);
        if (at < 0) at += size;
        if (at < 0 || at >= size) return no_element;
        root = roots[static_cast<std::size_t>(at)];
    } else if (shape == Shape::single) {
        root = roots.front();
    } else {
        for (const ElementIndex row : roots) {
            const std::string key = row_key(block_of(row));
            for (std::size_t last = next; last < path.steps.size() && root == no_element; ++last) {
                if (last <= path.reach(next) && path.key(next, last) == key) {
                    root = row;
                    next = last + 1;
                }
            }
        }
        if (root == no_element) return no_element;
        if (shape == Shape::keyed_answer && next == path.steps.size()) return *children_of(root).begin();
    }
    if (next == path.steps.size()) return root;
    for (std::size_t last = path.reach(next) + 1; last-- > next;) {
        const ElementIndex found = question_in_row(root, path.key(next, last));
        if (found == no_element) continue;
        if (last + 1 == path.steps.size() && !path.steps[last].index) return found;
        return of(found).rows >= 0 ? find_in_rows(found, path, last) : no_element;
    }
    return no_element;
}

// What the words for near rows stand for, where the expression stands in a row.
Found Session::State::look_in_row(const Path& path, Scratch& scratch) {
    Found found;
    if (scope == no_element || of(scope).block < 0 || path.steps.empty()) return found;
    const std::string_view first = path.steps[0].name;
    // The nearest row of a dynamic panel, or of a matrix; `skip` leaves out that many.
    const auto around = [&](bool of_panels, int skip) {
        ElementIndex at = scope;
        while (of(at).block >= 0) {
            const Block& block = block_of(at);
            const bool panels = element(block.owner).kind == Kind::paneldynamic;
            if (panels == of_panels && skip-- == 0) return &block;
            at = block.owner;
        }
        return static_cast<const Block*>(nullptr);
    };
    const auto give = [&](Operand value) {
        found.value = value;
        found.there = true;
        return found;
    };
    const auto look_into = [&](ElementIndex root) {
        for (std::size_t last = path.reach(1) + 1; last-- > 1;) {
            const ElementIndex question = question_in_row(root, path.key(1, last));
            if (question == no_element) continue;
            found.question = question;
            found.whole = last + 1 == path.steps.size() && !path.steps[last].index;
            return give(inside(answer_to(question), path, last));
        }
        const Value* row = row_value(block_of(root));
        const Operand value = row ? walk(*row, path, 1) : Operand();
        return value.is_missing() ? found : give(value);
    };
    if (same_letters(first, "matrix")) {
        const Block* block = around(false, 0);
        return block ? give(inside(answer_to(block->owner), path, 0)) : found;
    }
    if (path.steps.size() > 1 && !path.steps[0].index) {
        for (const Word& word : words) {
            if (!same_letters(word.name, first)) continue;
            const Block* block = around(word.of_panels, 0);
            if (!block) return found;
            if (word.steps == 0) return look_into(block->root);
            const std::vector<ElementIndex>& roots = rows_of(block->owner).roots;
            const auto own = std::find(roots.begin(), roots.end(), block->root);  // rows may be in random order
            const auto at = static_cast<std::int32_t>(own - roots.begin()) + word.steps;
            if (at >= 0 && at < static_cast<std::int32_t>(roots.size())) return look_into(roots[static_cast<std::size_t>(at)]);
            Found nothing;  // what no row asks is not there beside the last row either
            nothing.there = look_into(block->root).there;
            return nothing;
        }
        if (same_letters(first, "parentpanel")) {
            const Block* block = around(true, 1);
            return block ? look_into(block->root) : found;
        }
        if (same_letters(first, "totalrow")) {
            const Block* block = around(false, 0);
            if (!block || rows_of(block->owner).total == no_element) return found;
            return look_into(rows_of(block->owner).total);
        }
        return found;
    }
    if (path.steps.size() != 1) return found;
    const bool panels = same_letters(first, "panelindex") || same_letters(first, "visiblepanelindex");
    const bool index = panels || same_letters(first, "rowindex") || same_letters(first, "visiblerowindex");
    const Block* block = around(panels, 0);
    if (!block || block->row == total_row) return found;
    if (index) {
        // Conditions count panels from 0 and rows from 1, texts count both from 1.
        const std::vector<ElementIndex>& roots = rows_of(block->owner).roots;
        const bool visible_ones = first.size() > 10;  // visible…
        const auto before = roots.begin() + block->row;
        const auto number = visible_ones ? std::count_if(roots.begin(), before, [&](ElementIndex root) { return of(root).visible; })
                                         : std::ptrdiff_t{block->row};
        return give(Operand::number(static_cast<double>(number) + (panels && !piping ? 0 : 1)));
    }
    const RowSettings& settings = row_settings(block->owner);
    if (settings.shape != Shape::keyed && settings.shape != Shape::keyed_answer) return found;
    const Choice& row = settings.rows[static_cast<std::size_t>(block->row)];
    if (same_letters(first, "rowvalue") || same_letters(first, "rowname")) return give(row.value);
    if (same_letters(first, "rowtitle")) return give(scratch.keep(Value(text_of_choice(row, block->owner))));
    return found;
}

}  // namespace canvass::core
