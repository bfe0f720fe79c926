using System.Text;

namespace SurvivalKit;

/// <summary>Cells that are words: the place of each in the list of distinct ones.</summary>
internal sealed class WordCells(int capacity) : CsvCells
{
    private int[] _codes = new int[Math.Max(16, capacity)];
    private int[] _table = new int[64];
    private byte[][] _words = new byte[16][];
    private uint[] _hashes = new uint[16];
    private int _count;

    /// <summary>The place of each cell's word among the distinct ones.</summary>
    public ReadOnlySpan<int> Codes => _codes.AsSpan(0, Count);

    /// <summary>The distinct words in the order in which they come first.</summary>
    public string[] Words() => [.. _words.Take(_count).Select(Encoding.UTF8.GetString)];

    public override bool Read(ref CsvCursor cursor)
    {
        bool more = cursor.Next(out ReadOnlySpan<byte> field);
        if (Count == _codes.Length)
        {
            Array.Resize(ref _codes, Count * 2);
        }

        _codes[Count++] = CodeOf(field);
        return more;
    }

    private int CodeOf(ReadOnlySpan<byte> word)
    {
        uint hash = 2166136261;
        foreach (byte letter in word)
        {
            hash = (hash ^ letter) * 16777619;
        }

        int mask = _table.Length - 1;
        int slot = (int)(hash ^ (hash >> 15)) & mask;
        while (_table[slot] is > 0 and int place)
        {
            if (_hashes[place - 1] == hash && word.SequenceEqual(_words[place - 1]))
            {
                return place - 1;
            }

            slot = (slot + 1) & mask;
        }

        return Add(word, hash, slot);
    }

    private int Add(ReadOnlySpan<byte> word, uint hash, int slot)
    {
        if (_count == _words.Length)
        {
            Array.Resize(ref _words, _count * 2);
            Array.Resize(ref _hashes, _count * 2);
        }

        _words[_count] = word.ToArray();
        _hashes[_count] = hash;
        _table[slot] = ++_count;
        if (_count * 2 > _table.Length)
        {
            _table = new int[_table.Length * 4];
            int mask = _table.Length - 1;
            for (int i = 0; i < _count; i++)
            {
                int free = (int)(_hashes[i] ^ (_hashes[i] >> 15)) & mask;
                while (_table[free] > 0)
                {
                    free = (free + 1) & mask;
                }

                _table[free] = i + 1;
            }
        }

        return _count - 1;
    }
}
