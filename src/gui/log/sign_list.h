#pragma once

#include "gui/log/sign_details.h"
#include "model/checklist.h"
#include "model/concern.h"
#include "rules/problem.h"

#include <QElapsedTimer>
#include <QMap>
#include <QWidget>

namespace heed::gui {
class Field;
}

namespace heed::gui::log {

class OwnSign;
class Tick;

/// One sign of the checklist: the list's own words, a neutral wording below them and, once it is ticked, when it was
/// seen, how that is known, and a note.
class SignRow : public QWidget {
    Q_OBJECT

public:
    explicit SignRow(const model::Sign& sign, QWidget* parent = nullptr);

    const model::Sign& sign() const { return m_sign; }
    Tick* tick() const { return m_tick; }
    bool isTicked() const;
    model::SignSeen seen() const;
    void setSeen(const std::optional<model::SignSeen>& seen);
    Field* whenField() const { return m_details->whenField(); }
    DayField* when() const { return m_details->when(); }
    /// More to say of this sign, below its note; takes it.
    void addDetails(QWidget* more);
    /// Its details stay in sight though it is not ticked: something stands there.
    void setKeptOpen(bool kept);
    /// Whether some word of it begins so.
    bool matches(const QString& beginning) const;

Q_SIGNALS:
    void changed();
    void guidanceAsked(const QString& code);

private:
    model::Sign m_sign;
    Tick* m_tick;
    SignDetails* m_details;
    bool m_isKept = false;
};

/// The whole checklist. The arrow keys go from sign to sign, and typing the beginning of a word jumps to the sign with
/// it; F1 asks for the page of the sign that has the focus.
class SignList : public QWidget {
    Q_OBJECT

public:
    explicit SignList(const model::Checklist& checklist, QWidget* parent = nullptr);

    std::vector<model::SignSeen> signsSeen() const;
    QString otherSign() const;
    void set(const std::vector<model::SignSeen>& signsSeen, const QString& otherSign);
    /// Ticks a sign and brings the focus to it; nothing if there is none.
    void choose(const QString& code);
    bool isTicked(const QString& code) const;
    /// More to say of one sign, shown once it is ticked; takes it.
    void addDetails(const QString& code, QWidget* more);
    void setKeptOpen(const QString& code, bool kept);
    std::vector<rules::Problem> unreadable() const;
    /// The field of "signs[1].seen" and the like, counted as signsSeen() does.
    Field* fieldOf(const QString& key) const;
    QWidget* first() const;

Q_SIGNALS:
    void changed();
    /// What this sign can look like is wanted; the focus is on its tick.
    void guidanceAsked(const QString& code);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool jump(QObject* from, const QString& typed);
    void step(QObject* from, int by);
    int rowOf(const QObject* box) const;
    /// The rows that are ticked, as signsSeen() counts them.
    std::vector<SignRow*> ticked() const;

    std::vector<SignRow*> m_rows;
    OwnSign* m_other;
    QString m_typed;
    QElapsedTimer m_sinceTyped;
};

} // namespace heed::gui::log
