import type { ReactNode } from 'react';

/** The marks of the look: kind is always shape, word and colour together. */
const shapes = {
  error: (
    <>
      <path d="M5 0.8h6L15.2 5v6L11 15.2H5L0.8 11V5z" />
      <path d="M7.1 4h1.8v5.2H7.1zM7.1 10.6h1.8v1.8H7.1z" className="hole" />
    </>
  ),
  warning: (
    <>
      <path d="M8 1 15.6 14.6H.4z" />
      <path d="M7.2 5.6h1.6v4.6H7.2zM7.2 11.3h1.6v1.6H7.2z" className="hole" />
    </>
  ),
  notice: (
    <>
      <path d="M8 .8a7.2 7.2 0 1 0 0 14.4A7.2 7.2 0 0 0 8 .8zm0 1.5a5.7 5.7 0 1 1 0 11.4A5.7 5.7 0 0 1 8 2.300z" />
      <path d="M7.2 7h1.600v4.600H7.200zM7.2 4.400h1.600V6H7.200z" />
    </>
  ),
  done: (
    <>
      <path d="M6.3 13.2 1.6 8.500l1.5-1.5 3.2 3.200L12.9 3.600l1.5 1.500z" />
    </>
  ),
  blank: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2.6 2.270" />
    </>
  ),
  half: (
    <>
      <path d="M8 1.200a6.8 6.8 0 1 0 0 13.600A6.8 6.8 0 0 0 8 1.200zm0 1.600v10.400A5.2 5.2 0 0 1 8 2.800z" />
    </>
  ),
  eye: (
    <>
      <path d="M8 3C4.3 3 1.5 6 .5 8c1 2 3.8 5 7.5 5s6.5-3 7.5-5c-1-2-3.8-5-7.5-5zm0 8.300A3.3 3.3 0 1 1 8 4.700a3.3 3.3 0 0 1 0 6.600z" />
      <circle cx="8" cy="8" r="1.8" />
    </>
  ),
  back: (
    <>
      <path d="M6.5 2 1.2 6.800l5.3 4.800V8.400H10c1.9 0 3.1 1 3.1 2.500V14H15v-3.300c0-2.7-2-4.5-5-4.500H6.500z" />
    </>
  ),
  late: (
    <>
      <path d="M8 .8a7.2 7.2 0 1 0 0 14.400A7.2 7.2 0 0 0 8 .8z" />
      <path d="M7.2 4h1.600v3.900l2.7 1.6-.8 1.3-3.5-2.100z" className="hole" />
    </>
  ),
  link: (
    <>
      <path
        d="M6.6 9.400a3 3 0 0 0 4.3 0l2.6-2.600a3 3 0 0 0-4.3-4.300L8 3.700M9.4 6.600a3 3 0 0 0-4.3 0L2.5 9.200a3 3 0 0 0 4.3 4.300L8 12.3"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
      />
    </>
  ),
  find: (
    <>
      <circle cx="6.8" cy="6.8" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.7" />
      <path d="m10.2 10.2 4 4" stroke="currentColor" strokeWidth="1.9" />
    </>
  ),
  grip: (
    <>
      <path d="M5 2h2v2H5zM9 2h2v2H9zM5 7h2v2H5zM9 7h2v2H9zM5 12h2v2H5zM9 12h2v2H9z" />
    </>
  ),
  picture: (
    <>
      <path d="M1.500 2.500h13v11h-13z" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
      <path d="m2.500 12 3.700-4.500 2.600 3 2-2.200L13.500 12z" />
      <circle cx="10.800" cy="5.600" r="1.200" />
    </>
  ),
  table: (
    <>
      <path
        d="M1.500 2.500h13v11h-13zM1.500 6.200h13M1.500 9.800h13M6 2.500v11"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
    </>
  ),
  note: (
    <>
      <path
        d="M1.5 2.500h13v9h-7l-3.3 3v-3H1.500z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

/** A mark of the look; it is decoration, words beside it say the same. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      {shapes[name]}
    </svg>
  );
}
