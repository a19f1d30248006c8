#pragma once

#include "gui/widgets/card.h"

#include <QCborMap>
#include <QDate>
#include <QDateTime>
#include <QMap>
#include <QPointer>

#include <optional>
#include <vector>

class QLabel;
class QPushButton;

namespace heed::gui {
class Banner;
class Field;
} // namespace heed::gui

namespace heed::gui::cases {

class Beside;

enum class Input { Line, Text, Choice, Day, Time };

struct FieldSpec {
    QString key;
    QString label;
    Input input = Input::Line;
    QString missing; ///< what to say when it is empty; an empty sentence: it may be empty
    QString hint;
    QStringList choices; ///< a Choice begins with nothing chosen
    QString preset;
    bool hasBefore = false; ///< a Text: what it said the time before can stand beside it
    QString group = {};     ///< the title of a part that opens on request; those of one part follow each other
};

/// A form on the page itself: what is missing is said at its field, and an error leaves everything as typed.
class InlineForm : public Card {
    Q_OBJECT

public:
    /// Object names are `name`.key, `name`.save and `name`.cancel.
    InlineForm(const QString& name, const QString& title, const std::vector<FieldSpec>& fields, const QString& save,
               QWidget* parent = nullptr);

    /// As typed, without spaces around it; empty where the form has no such field.
    QString text(const QString& key) const;
    /// The place of the chosen one, from 0; -1 for none.
    int choice(const QString& key) const;
    std::optional<QDate> day(const QString& key) const;
    /// Of a Day and a Time field; noon where the time is not known, nothing without a day.
    std::optional<QDateTime> when(const QString& dayKey, const QString& timeKey) const;

    bool isTouched() const;
    /// What each field said the time before, by key; shown beside those that can have it.
    void setBefore(const QString& title, const QString& label, const QMap<QString, QString>& words);
    QCborMap state() const;
    void restore(const QCborMap& state);
    /// As it was made.
    void clear();
    void setBusy(bool busy);
    /// What was typed stays, and the field that had the focus has it again.
    void showError(const QString& sentence);
    void focusFirst();

Q_SIGNALS:
    void submitted();
    void cancelled();
    void edited();

private:
    void makeFields();
    bool check();

    QString m_name;
    std::vector<FieldSpec> m_specs;
    QMap<QString, Field*> m_fields;
    QMap<QString, Beside*> m_besides;
    QLabel* m_beforeTitle;
    Banner* m_error;
    QPushButton* m_save;
    QPointer<QWidget> m_typing; ///< had the focus when the form was sent
    QCborMap m_untouched;
};

} // namespace heed::gui::cases
