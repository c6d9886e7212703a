// Matrices on wide columns: what a row asks stands beside its title, under the titles of the columns. On narrow ones
// each row is a card (panel.cpp).
#include <algorithm>
#include <array>
#include <cmath>

#include "core/session/pick.h"
#include "widget/ui/button.h"
#include "widget/ui/group.h"
#include "widget/ui/text.h"
#include "widget/views/views.h"

namespace canvass::widget::views {

namespace {

constexpr std::size_t most_columns = 16;

// The titles of the rows, the columns, and what removes a row.
struct Grid {
    float titles = 0, column = 0, gap = 0, left = 0, width = 0;

    ui::Box at(std::size_t number, float y) const {
        return {left + titles + std::round(column * static_cast<float>(number)), y, std::round(column) - gap, 0};
    }
};

Grid grid_of(const ui::Frame& frame, std::size_t columns, bool titled, float behind) {
    Grid grid;
    grid.gap = frame.theme().space;
    grid.left = frame.x();
    grid.width = frame.width();
    grid.titles = titled ? std::floor(std::min(frame.width() * 0.3f, 26 * grid.gap)) : 0;
    grid.column = (grid.width - grid.titles - behind) / static_cast<float>(columns);
    return grid;
}

// Back to the whole width, `bottom` being the lowest that was laid out; a line ends the row.
void end_row(ui::Frame& frame, const Grid& grid, float bottom) {
    frame.go_to({grid.left, bottom, grid.width, 0});
    const ui::Box line = frame.take(1);
    if (frame.paint().visible(line)) frame.paint().fill(line, frame.theme().line);
}

// Paints one below the other in a column; returns where it ends.
float title(ui::Frame& frame, const ui::Box& column, std::string_view words, const ui::Font& font, Colour colour) {
    frame.go_to(column);
    ui::caption(frame, words, font, colour);
    return frame.y();
}

// Each row chooses among the columns.
std::size_t choices(ui::Frame& frame, std::size_t index, std::size_t end, const Grid& grid) {
    const std::vector<ElementView>& elements = frame.model().survey->elements;
    const float pad = frame.theme().space, top = frame.y();
    float bottom = top;
    const std::vector<core::ChoiceView>& columns = elements[index].choices;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const ui::Box box = grid.at(at, top);
        const float height = frame.layout(columns[at].text, frame.small(), box.width).height;
        frame.centred_text({box.x, top, box.width, height}, frame.small(), columns[at].text, frame.theme().ink_muted);
        bottom = std::max(bottom, top + height);
    }
    end_row(frame, grid, bottom + pad);
    const float drop = std::floor((frame.theme().target - frame.body().line_height) / 2);
    for (; index < end; ++index) {
        const ElementView& row = elements[index];
        const auto* settings = settings_of<core::ChoiceSettings>(frame, row);
        const bool several = settings && settings->multiple;
        ui::Group group(frame, node_id(0, row.name), several ? Role::group : Role::radiogroup, label_of(frame, row));
        describe(frame, row, group.node());
        const float from = frame.y();
        title(frame, {grid.left, from + drop, grid.titles - pad, 0}, label_of(frame, row), frame.body(), frame.theme().ink);
        for (const std::string& error : row.errors) ui::error_caption(frame, error);
        const float height = std::max(frame.theme().target, frame.y() + drop - from);
        for (std::size_t at = 0; at < row.choices.size(); ++at) {
            ui::Box box = grid.at(at, from);
            box.height = height;
            const core::ChoiceView& shown = row.choices[at];
            if (!ui::mark_cell(frame, box, row_of(frame, row, shown), several ? Role::checkbox : Role::radio)) continue;
            frame.answer(row.name, several ? core::picked(row, *settings, shown) : shown.value);
        }
        end_row(frame, grid, from + height);
    }
    return index;
}

// A cross that takes the row away.
void remover(ui::Frame& frame, const ElementView& row, const ui::Box& box) {
    const ui::Press press = frame.press(remove_id(row), box, true);
    if (frame.paint().visible(box)) {
        frame.cross(box.centre(), 0.6f * frame.theme().space, press.hovered ? frame.theme().error : frame.theme().ink_muted);
        frame.focus_ring(press, box.grown(-4), frame.theme().radius);
    }
    frame.emit(remove_id(row), Role::button, box, remove_label(frame, row));
    if (press.pressed) remove_row(frame, row);
}

// The columns of a matrix of questions, and which of them any row shows.
struct Columns {
    const core::RowSettings& settings;
    const core::Definition& definition;
    std::array<const ElementView*, most_columns> shown{};

    // most_columns for what is no cell: a detail.
    std::size_t of(const ElementView& view) const {
        core::ElementIndex cell = view.source;
        for (const core::RowSettings::Total& total : settings.totals)
            if (total.cell == cell) cell = total.column;
        const std::vector<core::ElementIndex>& cells = definition.at(settings.row).children;
        const auto found = std::find(cells.begin(), cells.begin() + settings.columns, cell);
        return found == cells.begin() + settings.columns ? most_columns : static_cast<std::size_t>(found - cells.begin());
    }
    // Among those that are shown.
    std::size_t place(std::size_t column) const {
        return static_cast<std::size_t>(std::count_if(shown.begin(), shown.begin() + static_cast<std::ptrdiff_t>(column),
                                                      [](const ElementView* view) { return view != nullptr; }));
    }
};

std::size_t cells(ui::Frame& frame, std::size_t index, std::size_t end, const Grid& grid, const Columns& columns) {
    const std::vector<ElementView>& elements = frame.model().survey->elements;
    const float pad = frame.theme().space, head = frame.y();
    float bottom = head;
    for (std::size_t at = 0; at < most_columns; ++at) {
        if (!columns.shown[at]) continue;
        bottom = std::max(bottom, title(frame, grid.at(columns.place(at), head), columns.shown[at]->title, frame.small(),
                                        frame.theme().ink_muted));
    }
    end_row(frame, grid, bottom + pad / 2);
    const float drop = std::floor((frame.theme().target - frame.body().line_height) / 2);
    while (index < end) {
        const ElementView& row = elements[index++];
        const ui::Group group(frame, node_id(0, row.name), Role::group, row.title);
        frame.gap(1);
        const float from = frame.y();
        bottom = from + frame.theme().target;
        if (grid.titles > 0)
            bottom = std::max(bottom, title(frame, {grid.left, from + drop, grid.titles - pad, 0}, row.title, frame.body(),
                                            frame.theme().ink));
        for (; index < end && elements[index].depth > row.depth; ++index) {
            const std::size_t column = columns.of(elements[index]);
            if (column == most_columns) break;
            const bool read = elements[index].kind == core::Kind::expression;
            frame.go_to(grid.at(columns.place(column), from + (read ? drop : 0)));
            question_in_cell(frame, elements[index]);
            bottom = std::max(bottom, frame.y());
        }
        if (!row.remove_text.empty()) {
            const float side = frame.theme().target;
            remover(frame, row, {grid.left + grid.width - side, from, side, side});
        }
        frame.go_to({grid.left, bottom, grid.width, 0});
        for (const std::string& error : row.errors) ui::error_caption(frame, error);
        if (is_asked(frame, row)) {
            frame.gap(1);
            confirm_removal(frame, row);
        }
        while (index < end && elements[index].depth > row.depth) {
            frame.gap(2);
            index = element(frame, index);
        }
        frame.gap(1);
        end_row(frame, grid, frame.y());
    }
    return index;
}

}  // namespace

std::optional<std::size_t> table(ui::Frame& frame, std::size_t index) {
    const std::vector<ElementView>& elements = frame.model().survey->elements;
    const ElementView& view = elements[index];
    const auto* settings = settings_of<core::Box<core::RowSettings>>(frame, view);
    if (!settings) return std::nullopt;
    const core::RowSettings& rows = **settings;
    const std::size_t end = end_of(elements, index);
    ++index;
    if (index == end) return std::nullopt;
    const float unit = frame.theme().space;
    if (view.kind == core::Kind::matrix) {
        const Grid grid = grid_of(frame, std::max<std::size_t>(elements[index].choices.size(), 1), true, 0);
        if (grid.column < 9 * unit) return std::nullopt;
        return choices(frame, index, end, grid);
    }
    const bool titled = view.kind == core::Kind::matrixdropdown;
    if ((!titled && view.kind != core::Kind::matrixdynamic) || rows.columns > static_cast<int>(most_columns))
        return std::nullopt;
    Columns columns{rows, *frame.model().definition, {}};
    bool removed = false;
    for (std::size_t at = index; at < end; ++at) {
        removed |= !elements[at].remove_text.empty();
        if (elements[at].depth != view.depth + 2) continue;
        const std::size_t column = columns.of(elements[at]);
        if (column < most_columns && !columns.shown[column]) columns.shown[column] = &elements[at];
    }
    const std::size_t count = std::max<std::size_t>(columns.place(most_columns), 1);
    const Grid grid = grid_of(frame, count, titled || rows.total != core::no_element, removed ? frame.theme().target : 0);
    if (grid.column < 15 * unit) return std::nullopt;
    return cells(frame, index, end, grid, columns);
}

}  // namespace canvass::widget::views
