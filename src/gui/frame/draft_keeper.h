#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <optional>

namespace heed::gui {

struct Context;

/// Keeps what stands on a page, and is not sent, as its author's sealed draft: two seconds after the last change, and
/// when it is told to.
class DraftKeeper : public QObject {
    Q_OBJECT

public:
    /// What stands on the page: empty where there is nothing to keep. No value where it cannot be read just now: then
    /// what was kept before stays.
    using Text = std::function<std::optional<QByteArray>()>;
    /// Puts a draft on the page; it is empty where none is kept. True if it stands there now.
    using Taker = std::function<bool(const QByteArray& draft)>;

    /// `name` is the form's, one draft each; without a name nothing is kept.
    DraftKeeper(Context& context, QString name, Text text, QObject* parent);

    const QString& name() const { return m_name; }
    /// Goes on with another form's draft. What stands on the page for the one before is stored by then, or is not kept.
    void setName(const QString& name);
    /// Something was typed: it is stored after a pause.
    void edited();
    /// Stores it now; called before a lock, and when the page was emptied.
    void store();
    void load(Taker take);

private:
    Context& m_context;
    QString m_name;
    Text m_text;
    QTimer m_pause;
    bool m_isKept = false; ///< a draft lies in the vault, or is on its way there
};

} // namespace heed::gui
