using System.Globalization;
using System.Text;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources;

/// <summary>Writes SAS transport files: of version 5, which authorities ask for, where the names and texts fit it, else of version
/// 8.</summary>
internal sealed class TransportWriter
{
    private static readonly DateTime FirstDay = new(1960, 1, 1);

    private readonly DataFrame _frame;
    private readonly TransportVariable[] _variables;
    private readonly bool _isLong;

    private TransportWriter(DataFrame frame)
    {
        _frame = frame;
        IReadOnlyDictionary<string, string> labels = SurvivalData.LabelsOf(frame);
        int start = 0;
        _variables = new TransportVariable[frame.Columns.Count];
        for (int c = 0; c < _variables.Length; c++)
        {
            _variables[c] = Variable(frame.Columns[c], labels.GetValueOrDefault(frame.Columns[c].Name, ""), c + 1, start);
            start += _variables[c].Width;
        }

        _isLong = Array.Exists(_variables, variable =>
            Encoding.UTF8.GetByteCount(variable.Name) > 8 || Encoding.UTF8.GetByteCount(variable.Label) > 40 || variable.Width > 200);
    }

    /// <summary>Writes a frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="name">The name of the data set; up to 8 letters count, up to 32 in version 8.</param>
    /// <exception cref="SurvivalDataException">A name or a value does not fit the format.</exception>
    public static void Write(DataFrame frame, Stream stream, string name)
    {
        var writer = new TransportWriter(frame);
        writer.WriteHeader(stream, writer.MemberName(name));
        writer.WriteRows(stream);
    }

    private static TransportVariable Variable(DataFrameColumn column, string label, int number, int start)
    {
        if (Encoding.UTF8.GetByteCount(column.Name) > 32)
        {
            throw SurvivalDataException.AtColumn(null, column.Name, "a SAS transport file has names of at most 32 letters.");
        }

        if (column is StringDataFrameColumn texts)
        {
            int width = Math.Max(1, texts.Select(text => text is null ? 0 : Encoding.UTF8.GetByteCount(text)).DefaultIfEmpty().Max());
            return width <= short.MaxValue
                ? new TransportVariable(column.Name, label, true, "", number, start, width)
                : throw SurvivalDataException.AtColumn(null, column.Name, "a SAS transport file has texts of at most 32767 letters.");
        }

        string format = column is not DateTimeDataFrameColumn dates ? ""
            : dates.All(date => date is null || date.Value.TimeOfDay == TimeSpan.Zero) ? "DATE"
            : "DATETIME";
        return new TransportVariable(column.Name, label, false, format, number, start, 8);
    }

    private string MemberName(string name)
    {
        string word = string.Concat(name.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'));
        string valid = word.Length == 0 || char.IsAsciiDigit(word[0]) ? "D" + word : word;
        return valid[..Math.Min(valid.Length, _isLong ? 32 : 8)].ToUpperInvariant();
    }

    private void WriteHeader(Stream stream, string name)
    {
        // The moment of writing is left out: the same data give the same file.
        const string Moment = "01JAN60:00:00:00";
        void Record(string text)
        {
            byte[] record = new byte[TransportText.Record];
            TransportText.Put(record, text);
            stream.Write(record);
        }

        string System(string of) => $"SAS     {of}SASLIB  9.4     LINUX   {new string(' ', 24)}{Moment}";
        stream.Write(TransportText.Header(_isLong ? "LIBV8" : "LIBRARY"));
        Record(System("SAS     "));
        Record(Moment);
        stream.Write(TransportText.Header(_isLong ? "MEMBV8" : "MEMBER", "000000000000000001600000000140"));
        stream.Write(TransportText.Header(_isLong ? "DSCPTV8" : "DSCRPTR"));
        Record(_isLong
            ? $"SAS     {name,-32}SASDATA 9.4     LINUX   {Moment}"
            : $"SAS     {name,-8}SASDATA 9.4     LINUX   {new string(' ', 24)}{Moment}");
        Record(Moment);
        stream.Write(TransportText.Header(_isLong ? "NAMSTV8" : "NAMESTR", Number(_variables.Length)));
        byte[] records = [.. _variables.SelectMany(variable => variable.ToRecord(_isLong))];
        Fill(stream, records);
        if (_isLong)
        {
            WriteLongLabels(stream);
        }

        stream.Write(_isLong
            ? TransportText.Header("OBSV8", _frame.Rows.Count.ToString("D15", CultureInfo.InvariantCulture).PadRight(30))
            : TransportText.Header("OBS"));
    }

    private static string Number(int number) => number.ToString("D10", CultureInfo.InvariantCulture) + new string('0', 20);

    private void WriteLongLabels(Stream stream)
    {
        TransportVariable[] named = [.. _variables.Where(variable => Encoding.UTF8.GetByteCount(variable.Label) > 40)];
        if (named.Length == 0)
        {
            return;
        }

        using var labels = new MemoryStream();
        foreach (TransportVariable variable in named)
        {
            byte[] name = Encoding.UTF8.GetBytes(variable.Name);
            byte[] label = Encoding.UTF8.GetBytes(TransportText.Cut(variable.Label, 256));
            foreach (int number in (int[])[variable.Number, name.Length, label.Length])
            {
                labels.Write([(byte)(number >> 8), (byte)number]);
            }

            labels.Write(name);
            labels.Write(label);
        }

        stream.Write(TransportText.Header("LABELV8", named.Length.ToString(CultureInfo.InvariantCulture).PadRight(30)));
        Fill(stream, labels.ToArray());
    }

    private void WriteRows(Stream stream)
    {
        int width = _variables.Sum(variable => variable.Width);
        byte[] row = new byte[width];
        for (long r = 0; r < _frame.Rows.Count; r++)
        {
            for (int c = 0; c < _variables.Length; c++)
            {
                Span<byte> cell = row.AsSpan(_variables[c].Start, _variables[c].Width);
                if (_variables[c].IsText)
                {
                    TransportText.Put(cell, (string?)_frame.Columns[c][r] ?? "");
                }
                else
                {
                    IbmNumber.Write(Value(_frame.Columns[c][r], _variables[c].Format), cell);
                }
            }

            stream.Write(row);
        }

        Fill(stream, [], width * _frame.Rows.Count);
    }

    private static double Value(object? cell, string format) => cell switch
    {
        null => double.NaN,
        bool truth => truth ? 1 : 0,
        DateTime date => format == "DATE" ? (date - FirstDay).TotalDays : (date - FirstDay).TotalSeconds,
        _ => Convert.ToDouble(cell, CultureInfo.InvariantCulture),
    };

    // Blanks to the end of the last record.
    private static void Fill(Stream stream, byte[] bytes, long written = 0)
    {
        stream.Write(bytes);
        long rest = (written + bytes.Length) % TransportText.Record;
        stream.Write([.. Enumerable.Repeat((byte)' ', rest == 0 ? 0 : (int)(TransportText.Record - rest))]);
    }
}
