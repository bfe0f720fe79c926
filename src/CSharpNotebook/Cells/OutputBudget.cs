using System.Globalization;
using CSharpNotebook.Format;

namespace CSharpNotebook.Cells;

/// <summary>What a cell may still put out. Not safe for threads: its owner has a lock.</summary>
internal sealed class OutputBudget(long limit)
{
    private readonly long _limit = limit;
    private long _left = limit;
    private bool _isSaid;

    /// <summary>The part of a text that fits; the rest is lost.</summary>
    public ReadOnlySpan<char> Take(ReadOnlySpan<char> text)
    {
        int length = (int)Math.Min(text.Length, _left);

        // Half a surrogate pair would be no character.
        if (length > 0 && length < text.Length && char.IsHighSurrogate(text[length - 1]))
        {
            length--;
        }

        _left = length < text.Length ? 0 : _left - length;
        IsExceeded |= length < text.Length;
        return text[..length];
    }

    /// <summary>
    /// Whether a whole output fits; half of a picture is of no use, so it is all or nothing. The error that ends a cell always fits.
    /// </summary>
    public bool Takes(CellOutput output)
    {
        long size = Size(output);
        if (!Fits(size, _left))
        {
            return false;
        }

        _left -= size;
        return true;
    }

    /// <summary>
    /// Whether what replaces an output fits. What it replaces is gone, so that a progress bar may move as often as it likes.
    /// </summary>
    public bool TakesUpdate(CellOutput output) => Fits(Size(output), _limit);

    /// <summary>Whether something was left out.</summary>
    public bool IsExceeded { get; private set; }

    /// <summary>The sentence for the reader, the first time that something is left out; null otherwise.</summary>
    public string? Notice()
    {
        if (!IsExceeded || _isSaid)
        {
            return null;
        }

        _isSaid = true;
        return string.Create(CultureInfo.InvariantCulture, $"\nThe output of this cell is longer than {_limit:N0} characters; the rest was left out.\n");
    }

    private bool Fits(long size, long room)
    {
        IsExceeded |= size > room;
        return size <= room;
    }

    private static long Size(CellOutput output) => output switch
    {
        RichOutput rich => rich.Data.Sum(pair => (long)pair.Value.Length),
        StreamOutput stream => stream.Text.Length,
        _ => 0,
    };
}
