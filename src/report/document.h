#pragma once

#include "model/body_mark.h"
#include "model/checklist.h"
#include "report/printing.h"

#include <QStringList>

#include <variant>
#include <vector>

// A document as plain values: what stands on every sheet, and a flow of blocks. Text is text: nothing in it is ever
// read as markup. How blocks look on paper is layout.h's; how they read, text.h's.

namespace heed::report {

/// A heading stays with what follows it. Level 0 is the document's title.
struct Heading {
    QString text;
    int level = 1;
    QString note; ///< under a title: what the document is, in one line
};

enum class Tone {
    Plain,
    Strong,
    Small, ///< a remark, such as "What Heed prints is not a score"
};

struct Paragraph {
    QString text;
    Tone tone = Tone::Plain;
};

/// How a value is said: the program's own words, somebody's words as quotation, or that nothing is known.
enum class Voice { Plain, Strong, Quotation, Nothing };

/// A label and its value, side by side. `note` says below the value who says so, and when.
struct Fact {
    QString label;
    QString value;
    Voice voice = Voice::Plain;
    QString note;
    bool half = false; ///< short: two such rows in a row share one line
};

struct Facts {
    std::vector<Fact> rows;
};

/// A box that must be seen first.
struct Notice {
    QString title;
    QString text;
};

struct Said {
    QString text;
    Voice voice = Voice::Plain;
};

struct Cell {
    QString text;
    QString note; ///< smaller, below all else
    Voice voice = Voice::Plain;
    std::vector<Said> more = {}; ///< below the text
};

struct Column {
    QString title;
    double share = 1; ///< of the table's width, beside the other columns' shares
};

/// Its title, if it has one, and its header come again on every page that it runs over.
struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
    QString title = {};
};

struct Bullets {
    QStringList items;
    bool boxes = false; ///< to be ticked by hand
};

/// Empty boxes to write in, side by side; each with a small label.
struct WritingBoxes {
    struct Box {
        QString label;
        double share = 1;
    };
    std::vector<Box> boxes;
    int lines = 1; ///< how high: lines of handwriting, 8 mm each
};

/// When each sign was noticed, against time.
struct Timeline {
    struct Row {
        QString label;
        std::vector<QDate> dates;
        model::Meaning meaning = model::Meaning::Risk; ///< open mark for risk, filled for harm, half for both
    };
    std::vector<Row> rows;
    QDate from;
    QDate to;
};

/// Pictures of the body with numbered marks; what each mark is stands in words beside them.
struct BodyMap {
    struct Mark {
        int number = 1;
        int x = 0; ///< as in model::BodyMark
        int y = 0;
    };
    struct Picture {
        model::BodyView view = model::BodyView::Front;
        std::vector<Mark> marks;
    };
    std::vector<Picture> pictures;
};

/// A QR code beside the same text in groups, for a person to type.
struct Code {
    QString data;
    QString caption;
    bool large = false;
};

struct PageBreak {};

/// "Cut here".
struct CutLine {
    QString text;
};

using Block = std::variant<Heading, Paragraph, Facts, Notice, Table, Bullets, WritingBoxes, Timeline, BodyMap, Code,
                           PageBreak, CutLine>;

/// What stands on every page of a document.
struct Sheet {
    QString title;     ///< of the document; also the PDF's. Says nothing of the child
    QString mark;      ///< "Confidential: child protection"
    QString reference; ///< empty where there is none
    Printing printing;
    bool bare = false; ///< no header and footer: for a slip that is cut out
};

struct Document {
    Sheet sheet;
    std::vector<Block> blocks;

    template <class B> void add(B block) { blocks.emplace_back(std::move(block)); }
};

} // namespace heed::report
