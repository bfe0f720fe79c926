using System.Globalization;
using CSharpNotebook.Format;

namespace CSharpNotebook.Cells;

/// <summary>The amount of output that a cell may still produce. Not thread-safe: its owner has a lock.</summary>
internal sealed class OutputBudget(long limit)
{
    private readonly long _limit = limit;
    private long _left = limit;
    private bool _isSaid;

    /// <summary>The part of a text that fits; the rest is lost.</summary>
    public ReadOnlySpan<char> Take(ReadOnlySpan<char> text)
    {
        int length = (int)Math.Min(text.Length, _left);

        // Half a surrogate pair is not a character.
        if (length > 0 && length < text.Length && char.IsHighSurrogate(text[length - 1]))
        {
            length--;
        }

        _left = length < text.Length ? 0 : _left - length;
        IsExceeded |= length < text.Length;
        return text[..length];
    }

    /// <summary>
    /// Whether a whole output fits; part of a picture is of no use, so outputs are not cut. The error that ends a cell always fits.
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
    /// Whether an update of an output fits. The replaced output no longer counts, so that a progress bar may be updated without limit.
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
        return string.Create(
            CultureInfo.InvariantCulture, $"\nThe output of this cell is longer than {_limit:N0} characters; the rest was left out.\n");
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
