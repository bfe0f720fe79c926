using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SurvivalKit;

/// <summary>Inner products of four columns with four others, in one pass over their rows: each number that is loaded serves four products.</summary>
internal static class GramTile
{
    /// <summary>Multiplies four columns with four others.</summary>
    /// <param name="left">The four left columns; they may be one and the same where there are fewer.</param>
    /// <param name="right">The four right columns.</param>
    /// <param name="products">Receives the products, left by left.</param>
    public static void Multiply(Columns left, Columns right, Span<double> products)
    {
        int length = left.First.Length;
        ref double a0 = ref MemoryMarshal.GetReference(left.First);
        ref double a1 = ref MemoryMarshal.GetReference(left.Second);
        ref double a2 = ref MemoryMarshal.GetReference(left.Third);
        ref double a3 = ref MemoryMarshal.GetReference(left.Fourth);
        ref double b0 = ref MemoryMarshal.GetReference(right.First);
        ref double b1 = ref MemoryMarshal.GetReference(right.Second);
        ref double b2 = ref MemoryMarshal.GetReference(right.Third);
        ref double b3 = ref MemoryMarshal.GetReference(right.Fourth);
        Vector<double> s00 = default, s01 = default, s02 = default, s03 = default;
        Vector<double> s10 = default, s11 = default, s12 = default, s13 = default;
        Vector<double> s20 = default, s21 = default, s22 = default, s23 = default;
        Vector<double> s30 = default, s31 = default, s32 = default, s33 = default;
        nuint i = 0;
        for (nuint end = (nuint)(length - (length % Vector<double>.Count)); i < end; i += (nuint)Vector<double>.Count)
        {
            Vector<double> x0 = Vector.LoadUnsafe(ref b0, i);
            Vector<double> x1 = Vector.LoadUnsafe(ref b1, i);
            Vector<double> x2 = Vector.LoadUnsafe(ref b2, i);
            Vector<double> x3 = Vector.LoadUnsafe(ref b3, i);
            Vector<double> y = Vector.LoadUnsafe(ref a0, i);
            s00 = Vector.FusedMultiplyAdd(y, x0, s00);
            s01 = Vector.FusedMultiplyAdd(y, x1, s01);
            s02 = Vector.FusedMultiplyAdd(y, x2, s02);
            s03 = Vector.FusedMultiplyAdd(y, x3, s03);
            y = Vector.LoadUnsafe(ref a1, i);
            s10 = Vector.FusedMultiplyAdd(y, x0, s10);
            s11 = Vector.FusedMultiplyAdd(y, x1, s11);
            s12 = Vector.FusedMultiplyAdd(y, x2, s12);
            s13 = Vector.FusedMultiplyAdd(y, x3, s13);
            y = Vector.LoadUnsafe(ref a2, i);
            s20 = Vector.FusedMultiplyAdd(y, x0, s20);
            s21 = Vector.FusedMultiplyAdd(y, x1, s21);
            s22 = Vector.FusedMultiplyAdd(y, x2, s22);
            s23 = Vector.FusedMultiplyAdd(y, x3, s23);
            y = Vector.LoadUnsafe(ref a3, i);
            s30 = Vector.FusedMultiplyAdd(y, x0, s30);
            s31 = Vector.FusedMultiplyAdd(y, x1, s31);
            s32 = Vector.FusedMultiplyAdd(y, x2, s32);
            s33 = Vector.FusedMultiplyAdd(y, x3, s33);
        }

        Store(products, s00, s01, s02, s03);
        Store(products[4..], s10, s11, s12, s13);
        Store(products[8..], s20, s21, s22, s23);
        Store(products[12..], s30, s31, s32, s33);
        for (; i < (nuint)length; i++)
        {
            for (int column = 0; column < 4; column++)
            {
                double x = right[column][(int)i];
                products[column] += left.First[(int)i] * x;
                products[4 + column] += left.Second[(int)i] * x;
                products[8 + column] += left.Third[(int)i] * x;
                products[12 + column] += left.Fourth[(int)i] * x;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Span<double> products, Vector<double> first, Vector<double> second, Vector<double> third, Vector<double> fourth)
    {
        products[0] = Vector.Sum(first);
        products[1] = Vector.Sum(second);
        products[2] = Vector.Sum(third);
        products[3] = Vector.Sum(fourth);
    }

    /// <summary>Four columns of one length.</summary>
    internal readonly ref struct Columns(ReadOnlySpan<double> first, ReadOnlySpan<double> second, ReadOnlySpan<double> third, ReadOnlySpan<double> fourth)
    {
        public ReadOnlySpan<double> First { get; } = first;

        public ReadOnlySpan<double> Second { get; } = second;

        public ReadOnlySpan<double> Third { get; } = third;

        public ReadOnlySpan<double> Fourth { get; } = fourth;

        public ReadOnlySpan<double> this[int column] => column switch { 0 => First, 1 => Second, 2 => Third, _ => Fourth };
    }
}
