using System.Collections.Immutable;
using System.Text;

namespace SurvivalKit.Figures;

/// <summary>A part of a line in one kind of face: Inter, or one that has what Inter has not.</summary>
internal readonly record struct TextRun(string Text, bool IsForeign, bool Italic);

/// <summary>Divides a line into runs, in the order in which they stand from the left to the right.</summary>
internal static class TextRuns
{
    /// <summary>The runs of a line. Where its first letter is of a script that is written from the right, so are the runs.</summary>
    public static ImmutableArray<TextRun> Divide(string text, FontFace inter)
    {
        var runs = new List<TextRun>();
        var run = new StringBuilder();
        // Spaces and signs after a foreign letter belong to its run only where another one follows.
        var pending = new StringBuilder();
        bool italic = false, foreign = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.Value is Typesetter.ItalicOn or Typesetter.ItalicOff)
            {
                Close();
                italic = rune.Value == Typesetter.ItalicOn;
                continue;
            }

            bool isJoined = foreign && IsJoined(rune);
            bool isForeign = isJoined || (inter.Glyph(rune.Value) == 0 && !IsInvisible(rune));
            if (isForeign)
            {
                if (!foreign || (!isJoined && IsRightToLeft(rune) != IsRightToLeft(run.ToString())))
                {
                    Close();
                    foreign = true;
                }

                run.Append(pending).Append(rune.ToString());
                pending.Clear();
            }
            else if (foreign && !Rune.IsLetterOrDigit(rune))
            {
                pending.Append(rune.ToString());
            }
            else
            {
                if (foreign)
                {
                    Close();
                }

                run.Append(rune.ToString());
            }
        }

        Close();
        return IsRightToLeft(text) ? [.. runs.AsEnumerable().Reverse()] : [.. runs];

        void Close()
        {
            Add(run.ToString(), foreign);
            Add(pending.ToString(), false);
            run.Clear();
            pending.Clear();
            foreign = false;
        }

        void Add(string part, bool isForeign)
        {
            if (part.Length > 0)
            {
                runs.Add(new TextRun(part, isForeign, italic));
            }
        }
    }

    /// <summary>Begins a line that is written from the left whatever its first letter: Unicode's left-to-right mark, which is not
    /// drawn.</summary>
    public const string FromTheLeft = "\u200E";

    /// <summary>Whether a text is written from the right: where its first letter is of such a script, and no mark before it says
    /// otherwise.</summary>
    public static bool IsRightToLeft(string text)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsLetter(rune) || rune.Value == FromTheLeft[0])
            {
                return IsRightToLeft(rune);
            }
        }

        return false;
    }

    // Hebrew, Arabic, Syriac, Thaana, N'Ko and their relatives, with the forms for presentation.
    private static bool IsRightToLeft(Rune rune) =>
        rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) or (>= 0x10800 and <= 0x10FFF)
            or (>= 0x1E800 and <= 0x1EFFF);

    private static bool IsJoined(Rune rune) => IsInvisible(rune) || Rune.GetUnicodeCategory(rune)
        is System.Globalization.UnicodeCategory.NonSpacingMark
        or System.Globalization.UnicodeCategory.SpacingCombiningMark
        or System.Globalization.UnicodeCategory.EnclosingMark;

    private static bool IsInvisible(Rune rune) => Rune.IsControl(rune)
        || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.Format
        || rune.Value is >= 0xFE00 and <= 0xFE0F;
}
