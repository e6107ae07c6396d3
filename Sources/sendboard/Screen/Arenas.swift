import CHeap

/// glibc opens a heap of its own for every thread that finds the others busy, up to eight a processor, and keeps in each
/// what was freed in it: of 47 MB, a screen that looks on held 3 that way.
///
/// Two cost nothing that could be measured; one makes the embedded pipeline beside the screen a tenth slower.
enum Arenas {
  static func two() {
    sb_heap_arenas(2)
  }
}
