using System.Globalization;
using System.Text;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources;

/// <summary>Reads SAS transport files (.xpt) of the versions 5 and 8.</summary>
/// <remarks>Source: SAS Institute, "The record layout of a data set in SAS transport (XPORT) format" (TS-140), and "Record layout of a
/// SAS version 8 or 9 data set in SAS transport format".</remarks>
internal sealed class TransportFile
{
    private static readonly DateTime FirstDay = new(1960, 1, 1);

    private readonly byte[] _bytes;
    private readonly string _name;
    private readonly Encoding _encoding;
    private int _at;

    private TransportFile(byte[] bytes, string name, Encoding encoding)
    {
        _bytes = bytes;
        _name = name;
        _encoding = encoding;
    }

    /// <summary>Reads a frame.</summary>
    public static DataFrame Read(Stream stream, string name, DataFileOptions options)
    {
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        Encoding encoding = options.Text.Encoding is { } given ? TextEncodings.Lenient(given, name) : Encoding.UTF8;
        var file = new TransportFile(buffer.ToArray(), name, encoding);
        if (file.Kind(0) is not ("LIBRARY" or "LIBV8"))
        {
            throw SurvivalDataException.AtFile(name, "this is no SAS transport file: it does not begin with a library's header.");
        }

        file._at = 3 * TransportText.Record;
        List<TransportMember> members = [];
        while (file._at < file._bytes.Length)
        {
            members.Add(file.ReadMember());
        }

        return Chosen(members, name, options.Sheet).ToFrame(file._bytes, name, options, FirstDay, encoding);
    }

    private static TransportMember Chosen(List<TransportMember> members, string name, string? part)
    {
        string names = string.Join(", ", members.Select(member => member.Name));
        if (part is not null)
        {
            return members.Find(member => member.Name.Equals(part, StringComparison.OrdinalIgnoreCase))
                ?? throw SurvivalDataException.AtFile(name, $"the file has no data set \"{part}\"; it has {names}.");
        }

        return members.Count == 1 ? members[0] : throw SurvivalDataException.AtFile(name, members.Count == 0
            ? "the file has no data set; one was expected."
            : $"the file has {members.Count} data sets, {names}; the name of one was expected.");
    }

    private TransportMember ReadMember()
    {
        string kind = Kind(_at) ?? throw Damaged("no header of a data set");
        if (kind is not ("MEMBER" or "MEMBV8"))
        {
            throw Damaged($"a header {kind} where that of a data set was expected");
        }

        int length = (int)Digits(_at + 74, 4);
        if (length is not (136 or 140))
        {
            throw Damaged(FormattableString.Invariant($"a record of {length} bytes for a variable"));
        }

        Need(5);
        int nameWidth = kind == "MEMBV8" ? 32 : 8;
        string member = ByteInput.Padded(_bytes.AsSpan(_at + (2 * TransportText.Record) + 8, nameWidth), _encoding);
        _at += 4 * TransportText.Record;
        long told = Digits(_at + 48, 10);
        _at += TransportText.Record;
        if (told * length > _bytes.Length - _at)
        {
            throw SurvivalDataException.AtFile(_name, $"the file breaks off in the header of the data set {member}.");
        }

        int count = (int)told;
        var variables = new TransportVariable[count];
        for (int i = 0; i < count; i++)
        {
            variables[i] = TransportVariable.Read(_bytes.AsSpan(_at + (i * length), length), _encoding);
        }

        _at = ToRecord(_at + (count * length));
        ReadLongLabels(variables);
        if (Kind(_at) is not ("OBS" or "OBSV8"))
        {
            throw Damaged($"no header of the rows of {member}");
        }

        // Version 8 has a place for the number of rows, which not every program fills in.
        long rows = Kind(_at) == "OBSV8" ? Digits(_at + 48, 15) : 0;
        int start = _at += TransportText.Record;
        while (_at < _bytes.Length && Kind(_at) is not ("MEMBER" or "MEMBV8"))
        {
            _at += TransportText.Record;
        }

        return new TransportMember(member, variables, start, Math.Min(_at, _bytes.Length), rows);
    }

    // Labels of more than 40 bytes, which version 8 keeps behind the variables.
    private void ReadLongLabels(TransportVariable[] variables)
    {
        if (Kind(_at) is not { } kind || !kind.StartsWith("LABELV", StringComparison.Ordinal))
        {
            return;
        }

        long count = Digits(_at + 48, 10);
        int at = _at + TransportText.Record;
        int lengths = kind == "LABELV9" ? 5 : 3;
        for (int i = 0; i < count; i++)
        {
            int[] numbers = [.. Enumerable.Range(0, lengths).Select(j => Int16(at + (2 * j)))];
            at += 2 * lengths;
            int place = Array.FindIndex(variables, variable => variable.Number == numbers[0]);
            if (place < 0 || Array.Exists(numbers, number => number < 0) || at + numbers[1] + numbers[2] > _bytes.Length)
            {
                throw Damaged("a label of a variable that there is not");
            }

            variables[place] = variables[place] with
            {
                Name = ByteInput.Padded(_bytes.AsSpan(at, numbers[1]), _encoding),
                Label = ByteInput.Padded(_bytes.AsSpan(at + numbers[1], numbers[2]), _encoding),
            };
            at += numbers[1..].Sum();
        }

        _at = ToRecord(at);
    }

    private static int ToRecord(int at) => (at + TransportText.Record - 1) / TransportText.Record * TransportText.Record;

    private int Int16(int at) => at + 2 <= _bytes.Length
        ? System.Buffers.Binary.BinaryPrimitives.ReadInt16BigEndian(_bytes.AsSpan(at))
        : throw SurvivalDataException.AtFile(_name, "the file breaks off in its labels.");

    private string? Kind(int at) => at + TransportText.Record <= _bytes.Length
        && Encoding.ASCII.GetString(_bytes, at, 20) == "HEADER RECORD*******"
            ? Encoding.ASCII.GetString(_bytes, at + 20, 8).Trim()
            : null;

    private long Digits(int at, int count) =>
        at + count <= _bytes.Length
        && long.TryParse(Encoding.ASCII.GetString(_bytes, at, count), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out long number)
            ? number
            : throw Damaged("no number in a header");

    private void Need(int records)
    {
        if (_at + (records * TransportText.Record) > _bytes.Length)
        {
            throw SurvivalDataException.AtFile(_name, "the file breaks off in the header of a data set.");
        }
    }

    private SurvivalDataException Damaged(string what) => SurvivalDataException.AtFile(
        _name, FormattableString.Invariant($"the file is damaged: {what} was found at byte {_at}."));
}
