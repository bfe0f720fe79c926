using System.Text;

namespace SurvivalKit.Sources;

/// <summary>The first 176 bytes of an SPSS file.</summary>
/// <param name="Compression">0: none; 1: single bytes for small whole numbers; 2: as 1, in zlib blocks.</param>
/// <param name="Rows">The number of rows; below 0 where it is not known.</param>
/// <param name="Bias">What is taken from a byte that stands for a number.</param>
internal sealed record SpssHeader(int Compression, long Rows, double Bias)
{
    /// <summary>Reads it, and tells the input the order of bytes.</summary>
    public static SpssHeader Read(ByteInput input)
    {
        string mark = Encoding.ASCII.GetString(input.Take(4));
        if (mark is not ("$FL2" or "$FL3"))
        {
            throw SurvivalDataException.AtFile(input.Name, "this is no SPSS file: it does not begin with $FL2 or $FL3.");
        }

        input.Skip(60);
        int layout = input.Int32();
        if (layout is not (2 or 3))
        {
            input.IsBigEndian = true;
        }

        input.Skip(4);
        int compression = input.Int32();
        input.Skip(4);
        int rows = input.Int32();
        double bias = input.Double();
        input.Skip(9 + 8 + 64 + 3);
        return compression is 0 or 1 or 2
            ? new SpssHeader(compression, rows, bias)
            : throw input.Damaged(FormattableString.Invariant($"the compression {compression}"));
    }
}
