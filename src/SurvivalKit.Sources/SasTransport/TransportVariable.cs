using System.Buffers.Binary;
using System.Text;

namespace SurvivalKit.Sources;

/// <summary>A variable of a SAS transport file.</summary>
/// <param name="Name">The name.</param>
/// <param name="Label">Its label; empty where it has none.</param>
/// <param name="IsText">Whether its values are text.</param>
/// <param name="Format">The name of its format, as <c>DATE</c>.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Start">The first byte of its values in a row.</param>
/// <param name="Width">The bytes of its values.</param>
internal sealed record TransportVariable(string Name, string Label, bool IsText, string Format, int Number, int Start, int Width)
{
    /// <summary>The bytes of its record.</summary>
    public const int RecordLength = 140;

    private static readonly string[] DayFormats =
    [
        "DATE", "DAY", "DDMMYY", "DOWNAME", "E8601DA", "B8601DA", "IS8601DA", "JULDAY", "JULIAN", "MMDDYY", "MMYY", "MONNAME", "MONTH",
        "MONYY", "NENGO", "QTR", "QTRR", "WEEKDATE", "WEEKDATX", "WEEKDAY", "WORDDATE", "WORDDATX", "YEAR", "YYMM", "YYMMDD", "YYMON",
        "YYQ", "YYQR",
    ];

    private static readonly string[] SecondFormats =
    [
        "DATETIME", "DATEAMPM", "DTDATE", "DTMONYY", "DTWKDATX", "DTYEAR", "DTYYQC", "E8601DT", "B8601DT", "IS8601DT", "MDYAMPM",
        "NLDATM",
    ];

    /// <summary>What its numbers count: SAS counts dates in days and moments in seconds.</summary>
    public MomentKind Moment
    {
        get
        {
            // DDMMYYS and YYMMDDN are DDMMYY and YYMMDD with another separator.
            string name = Format.TrimEnd('.');
            bool Is(string[] formats) => formats.Contains(name, StringComparer.OrdinalIgnoreCase)
                || (name.Length > 5 && formats.Contains(name[..^1], StringComparer.OrdinalIgnoreCase));
            return IsText ? MomentKind.None
                : Is(SecondFormats) ? MomentKind.Seconds
                : Is(DayFormats) ? MomentKind.Days
                : MomentKind.None;
        }
    }

    /// <summary>Reads its record.</summary>
    /// <param name="record">The record of 136 or 140 bytes.</param>
    /// <param name="encoding">The encoding of the texts.</param>
    public static TransportVariable Read(ReadOnlySpan<byte> record, Encoding encoding)
    {
        static int Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt16BigEndian(bytes);
        string longName = ByteInput.Padded(record[88..120], encoding);
        string name = ByteInput.Padded(record[8..16], encoding);
        return new TransportVariable(
            longName.Length > name.Length ? longName : name,
            ByteInput.Padded(record[16..56], encoding),
            Number(record) == 2,
            ByteInput.Padded(record[56..64], encoding),
            Number(record[6..]),
            BinaryPrimitives.ReadInt32BigEndian(record[84..]),
            Number(record[4..]));
    }

    /// <summary>Its record.</summary>
    public byte[] ToRecord(bool isLong)
    {
        byte[] record = new byte[RecordLength];
        void Put(int at, int value) => BinaryPrimitives.WriteInt16BigEndian(record.AsSpan(at), (short)value);
        void Text(int at, int width, string text) => TransportText.Put(record.AsSpan(at, width), text);
        Put(0, IsText ? 2 : 1);
        Put(4, Width);
        Put(6, Number);
        Text(8, 8, TransportText.Cut(Name, 8));
        Text(16, 40, TransportText.Cut(Label, 40));
        Text(56, 8, Format);
        Text(72, 8, "");
        BinaryPrimitives.WriteInt32BigEndian(record.AsSpan(84), Start);
        if (isLong)
        {
            Text(88, 32, Name);
            Put(120, Encoding.UTF8.GetByteCount(Label));
        }

        return record;
    }
}
