#pragma once

#include <QString>
#include <QWidget>

#include <chrono>
#include <functional>
#include <stdexcept>

namespace heed::app {

/// A step of the tour did not go as it should; the sentence says which.
class TourFailure : public std::runtime_error {
public:
    explicit TourFailure(const QString& sentence)
        : std::runtime_error(sentence.toStdString())
    {
    }
};

/// Does with the real widgets what a person would: finds them by their names, presses, types, and waits until something
/// is so.
class TourDriver {
public:
    TourDriver(QWidget* window, QString folder);

    /// Runs events until `holds`, or fails with `what` after half a minute or so.
    void wait(const QString& what, const std::function<bool()>& holds,
              std::chrono::seconds longest = std::chrono::seconds(40));
    /// The widget that is to be seen under this name; waits for it.
    QWidget* see(const QString& name);
    template <class W> W* see(const QString& name)
    {
        auto* found = qobject_cast<W*>(see(name));
        if (!found)
            throw TourFailure(QStringLiteral("\"%1\" is another kind of widget than the tour expects.").arg(name));
        return found;
    }
    bool isSeen(const QString& name) const;
    /// The same where it is there and may be hidden, as what little room has put away.
    template <class W> W* there(const QString& name)
    {
        auto* found = m_window->findChild<W*>(name);
        if (!found)
            throw TourFailure(QStringLiteral("There is no \"%1\".").arg(name));
        return found;
    }

    void click(const QString& name);
    void click(QWidget* widget);
    /// Opens the menu of a button by keyboard.
    void openMenu(const QString& button);
    /// Takes an entry of the menu that is open.
    void chooseInMenu(const QString& entry);
    /// Replaces what the field holds, key by key.
    void type(const QString& name, const QString& text);
    void choose(const QString& name, const QString& text);
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Gives a file's name to an open file dialog, and accepts it.
    void chooseFile(const QString& dialog, const QString& path);

    /// Says it, and leaves a picture "01-name.png" of what is on top.
    void picture(const QString& name, const QString& words);
    void say(const QString& words);
    QString folder() const { return m_folder; }

private:
    QWidget* find(const QString& name) const;
    void settle();

    QWidget* m_window;
    QString m_folder;
    int m_number = 0;
};

} // namespace heed::app
