using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace SurvivalKit.Sources;

/// <summary>The encoding of the texts of an SPSS file.</summary>
internal static class SpssEncoding
{
    private const int ByName = 20;
    private const int ByNumber = 3;

    /// <summary>The encoding that the file names, else the one whose number it gives, else that of Windows in western Europe.</summary>
    public static Encoding Of(Dictionary<int, byte[]> extensions, ByteInput input)
    {
        if (extensions.TryGetValue(ByName, out byte[]? name))
        {
            return TextEncodings.Lenient(Encoding.ASCII.GetString(name).Trim('\0', ' '), input.Name);
        }

        if (extensions.TryGetValue(ByNumber, out byte[]? numbers) && numbers.Length >= 32)
        {
            int number = input.IsBigEndian
                ? BinaryPrimitives.ReadInt32BigEndian(numbers.AsSpan(28))
                : BinaryPrimitives.ReadInt32LittleEndian(numbers.AsSpan(28));

            // 2 and 3 say only that a letter is a byte.
            if (number > 4)
            {
                return TextEncodings.Lenient(number.ToString(CultureInfo.InvariantCulture), input.Name);
            }
        }

        return TextEncodings.Western;
    }
}
