// Rows as instances of a template: made, numbered and dropped as the answers come and go.
#include <algorithm>

#include "core/session/shuffle.h"
#include "core/session/state.h"

namespace canvass::core {
namespace {

// Of all rows of a session together.
constexpr std::size_t most_elements = 100'000;

// One behind the last element below.
ElementIndex end_of(const Definition& definition, ElementIndex root) {
    while (!definition.at(root).children.empty()) root = definition.at(root).children.back();
    return root + 1;
}

}  // namespace

bool Session::State::holds_something(ElementIndex index) const {
    const Element& described = element(index);
    const auto* rows_here = row_settings_of(described);
    const bool may_be_empty = rows_here ? !rows_here->hidden_if_empty : !is_container(described.kind) || described.kind == Kind::row;
    return may_be_empty || of(index).present_children > 0;
}

void Session::State::init_elements(ElementIndex first, ElementIndex source, ElementIndex size, std::int32_t block) {
    for (ElementIndex at = 0; at < size; ++at) {
        ElementState& made = of(first + at);
        const std::int32_t rows_kept = made.rows;  // of the row that lay here before
        made = {};
        made.source = source + at;
        made.block = block;
        made.rows = rows_kept;
    }
    for (ElementIndex at = first + size; at-- > first;) {
        const Element& described = element(at);
        ElementState& made = of(at);
        const ElementIndex parent = described.parent;
        made.parent = block >= 0 && at == first ? block_of(at).owner : parent == no_element ? parent : parent + first - source;
        if (!is_live(at)) {
            made.visible = made.present = false;
            continue;
        }
        made.visible = described.visible_if.given() ? false : described.visible;
        made.enabled = described.enable_if.given() || !described.read_only;
        made.required = described.required_if.given() ? false : described.required;
        const ChoiceSettings* choices = choice_settings(at);
        made.choiceless = choices && choices->hidden_if_empty && choices->choices.empty();
        made.present = made.visible && !made.choiceless && holds_something(at);
        if (made.present && made.parent != no_element) ++of(made.parent).present_children;
    }
}

bool Session::State::is_live(ElementIndex index) const {
    const ElementIndex owner = element(index).owner;
    if (of(index).block < 0) return owner == no_element;
    const Block& block = block_of(index);
    return block.owner != no_element && owner == of(block.owner).source;
}

// The question's rows as they are before anything is answered.
void Session::State::open_rows(ElementIndex question) {
    if (of(question).rows < 0) {
        of(question).rows = static_cast<std::int32_t>(rows.size());
        rows.emplace_back();
    }
    const RowSettings& settings = row_settings(question);
    if (settings.total != no_element) {
        const ElementIndex total = make_row(question, settings.total, total_row);
        rows_of(question).total = total;
    }
    begin_rows(question);
    if (!settings.shuffled) return;
    const std::string together;
    shuffle(rows_of(question).roots, seed_of(question), [&](ElementIndex) { return &together; });
}

// As many as there are at first, with what they have by default; an answer stays.
void Session::State::begin_rows(ElementIndex question) {
    const RowSettings& settings = row_settings(question);
    const bool answered = !answer_to(question).is_null();
    set_default_value(question);
    const bool filled_in = settings.default_row.is_object() && settings.default_row.size() > 0;
    const bool stored = filled_in || element(question).kind == Kind::paneldynamic;
    if (stored && settings.row_count > 0 && answer_to(question).is_null()) {
        Value list = Value::array();
        for (int row = 0; row < settings.row_count; ++row) {
            list.push(settings.default_row.is_object() ? settings.default_row : Value::object());
        }
        set_answer_of(question, std::move(list));
    }
    const auto least = static_cast<std::size_t>(settings.min_rows);
    if (!answered && element(question).kind == Kind::paneldynamic && answer_to(question).is_array()) {
        while (answer_to(question).size() < least) place_of(question, {}).push(Value::object());
    }
    if (!answered && filled_in && element(question).kind == Kind::matrixdynamic && answer_to(question).is_array()) {
        const auto wanted = static_cast<std::size_t>(settings.row_count);
        while (answer_to(question).size() < wanted) place_of(question, {}).push(settings.default_row);
    }
    sync_rows(question, settings.row_count);
    // A default may fill in fewer rows of a matrix than it begins with.
    if (!answered && element(question).kind == Kind::matrixdynamic) {
        while (rows_of(question).roots.size() < static_cast<std::size_t>(settings.row_count) && append_row(question)) {
        }
    }
    for (const ElementIndex root : std::vector<ElementIndex>(rows_of(question).roots)) {
        const ElementIndex end = root + end_of(*definition, of(root).source) - of(root).source;
        for (ElementIndex at = root; at < end; ++at) {
            if (!is_live(at)) continue;
            if (!answered) put_in_form(at);
            set_default_value(at);
        }
    }
}

void Session::State::sync_rows(ElementIndex question, int without_answer) {
    if (of(question).rows < 0) return;
    const RowSettings& settings = row_settings(question);
    std::size_t wanted = 1;
    if (settings.shape == RowSettings::Shape::list) {
        const auto most = static_cast<std::size_t>(settings.max_rows);
        const Value::Array* items = answer_to(question).as_array();
        if (items && items->size() > most) place_of(question, {}).as_array()->resize(most);
        const std::size_t kept = without_answer < 0 ? rows_of(question).roots.size() : static_cast<std::size_t>(without_answer);
        wanted = std::clamp(items ? items->size() : kept, static_cast<std::size_t>(settings.min_rows), most);
    } else if (settings.shape != RowSettings::Shape::single) {
        wanted = settings.rows.size();
    }
    while (rows_of(question).roots.size() > wanted) {
        drop_row(rows_of(question).roots.back());
        rows_of(question).roots.pop_back();
    }
    for (const ElementIndex root : std::vector<ElementIndex>(rows_of(question).roots)) mark_row(root);
    mark_totals(question);
    mark(question, element(question).formula(Formula::Use::row_count) ? Marks::choices | Marks::row_count : Marks::choices);
    while (rows_of(question).roots.size() < wanted) {
        if (rows_of(question).growing || !append_row(question)) return;
        touch_answers_inside(rows_of(question).roots.back());
    }
    update_presence(question);
}

bool Session::State::append_row(ElementIndex question) {
    const auto row = static_cast<std::int32_t>(rows_of(question).roots.size());
    const ElementIndex root = make_row(question, row_settings(question).row, row);
    if (root != no_element) rows_of(question).roots.push_back(root);
    return root != no_element;
}

ElementIndex Session::State::make_row(ElementIndex question, ElementIndex source, std::int32_t row) {
    const ElementIndex size = end_of(*definition, source) - source;
    std::int32_t number = free_blocks.empty() ? -1 : free_blocks[static_cast<std::size_t>(source)];
    if (number >= 0) {
        free_blocks[static_cast<std::size_t>(source)] = std::exchange(blocks[static_cast<std::size_t>(number)].next_free, -1);
    } else {
        number = static_cast<std::int32_t>(blocks.size());
        if (elements.size() + static_cast<std::size_t>(size) > most_elements) return no_element;
        blocks.push_back({count(), question, row, -1});
        elements.resize(elements.size() + static_cast<std::size_t>(size));
        choosing.resize(elements.size());
        errors.resize(elements.size());
    }
    Block& block = blocks[static_cast<std::size_t>(number)];
    block.owner = question;
    block.row = row;
    const ElementIndex root = block.root;
    init_elements(root, source, size, number);
    rows_of(question).growing = true;
    for (ElementIndex at = root; at < root + size; ++at) {
        if (is_live(at) && has_rows(element(at).kind)) open_rows(at);
    }
    mark_row(root);
    rows_of(question).growing = false;
    structure_stale = any_view_stale = true;
    return root;
}

void Session::State::drop_row(ElementIndex root) {
    const ElementIndex size = end_of(*definition, of(root).source) - of(root).source;
    for (ElementIndex at = root; at < root + size; ++at) {
        if (of(at).rows >= 0) {
            for (const ElementIndex inner : rows_of(at).roots) drop_row(inner);
            if (rows_of(at).total != no_element) drop_row(rows_of(at).total);
            rows_of(at) = {};
        }
        of(at).marks = 0;
        of(at).present = of(at).visible = false;
        choosing[static_cast<std::size_t>(at)].reset();
        errors[static_cast<std::size_t>(at)].clear();
    }
    Block& block = blocks[static_cast<std::size_t>(of(root).block)];
    block.owner = no_element;
    if (free_blocks.empty()) free_blocks.assign(definition->elements.size(), -1);
    std::int32_t& first = free_blocks[static_cast<std::size_t>(of(root).source)];
    block.next_free = first;
    first = of(root).block;
    structure_stale = any_view_stale = true;
}

// All of a row is looked at again: it is new, its answers were replaced, or its place has changed.
void Session::State::mark_row(ElementIndex root) {
    const ElementIndex size = end_of(*definition, of(root).source) - of(root).source;
    for (ElementIndex at = root; at < root + size; ++at) {
        if (!is_live(at)) continue;
        mark_all_of(at);
        if (of(at).rows >= 0) sync_rows(at);
        if (const ElementIndex total = listed_total(at); total != no_element) make_stale_inside(total);
    }
}

void Session::State::number_rows(ElementIndex question, std::size_t from) {
    const std::vector<ElementIndex> roots = rows_of(question).roots;
    for (std::size_t at = from; at < roots.size(); ++at) {
        blocks[static_cast<std::size_t>(of(roots[at]).block)].row = static_cast<std::int32_t>(at);
        mark_row(roots[at]);
    }
}

// The last row. What is not stored is no part of the answer until something in it is answered.
bool Session::State::insert_row(ElementIndex question, Value row, bool stored) {
    const RowSettings& settings = row_settings(question);
    const auto at = static_cast<std::int32_t>(rows_of(question).roots.size());
    const bool as_written = row == settings.default_row;
    if (stored) {
        Value& list = place_of(question, {});
        if (!list.is_array()) list = Value::array();
        while (list.size() < static_cast<std::size_t>(at)) list.push(Value::object());
        list.push(std::move(row));
    }
    const ElementIndex root = make_row(question, settings.row, at);
    if (root == no_element) return false;
    rows_of(question).roots.push_back(root);
    const ElementIndex end = root + end_of(*definition, settings.row) - settings.row;
    for (ElementIndex cell = root; cell < end; ++cell) {
        if (is_live(cell)) {
            if (as_written) put_in_form(cell);
            set_default_value(cell);
        }
        if (of(cell).rows >= 0) sync_rows(cell);
    }
    changed_in_row(root);
    for (const ElementIndex other : rows_of(question).roots) make_stale(other);
    return true;
}

// Where an element of a template is now: once in each row, rows of rows included.
void Session::State::instances_of(ElementIndex described, std::vector<ElementIndex>& found) const {
    const ElementIndex owner = definition->at(described).owner;
    if (owner == no_element) {
        found.push_back(described);
        return;
    }
    std::vector<ElementIndex> owners;
    instances_of(owner, owners);
    const RowSettings& settings = *row_settings_of(definition->at(owner));
    const bool of_total = settings.total != no_element && described >= settings.total;
    for (const ElementIndex question : owners) {
        if (of(question).rows < 0) continue;
        const Rows& made = rows_of(question);
        if (of_total) {
            if (made.total != no_element) found.push_back(made.total + described - settings.total);
            continue;
        }
        for (const ElementIndex root : made.roots) found.push_back(root + described - settings.row);
    }
}

// What reads an answer of its own row, or of the rows beside it.
void Session::State::mark_in_row(std::string_view name, const Block& block, bool texts_alone) {
    for (const Reader& reader : definition->reads.of(definition->reads.names.find(name))) {
        if (texts_alone && reader.duty != Duty::texts) continue;
        if (reader.reach == Reach::survey || reader.duty == Duty::calculated || reader.duty == Duty::trigger ||
            reader.duty == Duty::survey_texts) {
            continue;
        }
        const ElementIndex source = of(block.root).source;
        const bool same_template = reader.index >= source && reader.index < end_of(*definition, source) &&
                                   definition->at(reader.index).owner == of(block.owner).source;
        if (reader.index == of(block.owner).source) {
            mark_instance(block.owner, reader.duty);
            continue;
        }
        if (reader.reach == Reach::row && same_template) {
            mark_instance(block.root + reader.index - source, reader.duty);
            continue;
        }
        std::vector<ElementIndex> found;
        instances_of(reader.index, found);
        const ElementIndex around = reader.reach == Reach::row ? block.root : block.owner;
        for (const ElementIndex index : found) {
            if (is_inside(index, around)) mark_instance(index, reader.duty);
        }
    }
}

}  // namespace canvass::core
