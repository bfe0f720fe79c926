namespace SurvivalKit;

/// <summary>Codes words by their place in a list, which is given or grows with each new word.</summary>
/// <remarks>A column repeats few words: most are found in a small table by their length, first and last letters, without hashing all of
/// their letters.</remarks>
internal sealed class TextCodes
{
    private const int Recent = 256;

    private readonly Dictionary<string, int> _codeOf = new(StringComparer.Ordinal);
    private readonly string?[] _recent = new string?[Recent];
    private readonly int[] _recentCode = new int[Recent];

    /// <summary>The words in the order of their codes.</summary>
    public List<string> Words { get; } = [];

    /// <summary>The code of a word, which is added where it is new.</summary>
    public int CodeOrAdd(string word)
    {
        int slot = Slot(word);
        if (_recent[slot] is { } known && (ReferenceEquals(known, word) || string.Equals(known, word, StringComparison.Ordinal)))
        {
            return _recentCode[slot];
        }

        if (!_codeOf.TryGetValue(word, out int code))
        {
            code = Words.Count;
            _codeOf.Add(word, code);
            Words.Add(word);
        }

        _recent[slot] = word;
        _recentCode[slot] = code;
        return code;
    }

    /// <summary>The code of a word, or -1 where it is none of those added.</summary>
    public int CodeOf(string word)
    {
        int slot = Slot(word);
        if (_recent[slot] is { } known && (ReferenceEquals(known, word) || string.Equals(known, word, StringComparison.Ordinal)))
        {
            return _recentCode[slot];
        }

        if (!_codeOf.TryGetValue(word, out int code))
        {
            return -1;
        }

        _recent[slot] = word;
        _recentCode[slot] = code;
        return code;
    }

    private static int Slot(string word) =>
        word.Length == 0 ? 0 : ((word.Length * 31) + (word[0] * 7) + (word[^1] * 13) + word[word.Length / 2]) & (Recent - 1);
}
